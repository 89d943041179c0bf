package dev.sentinel.contain;

import dev.sentinel.linux.Cgroup;
import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.PidFd;
import dev.sentinel.linux.Proc;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds out what this machine, this container and this user have to hold a tree together with, by
/// trying: everything is as it was afterwards.
public record Checkup(Proc proc) {

    /// All of it, the most important first.
    public List<Finding> findings() {
        return List.of(cgroup(), subreaper(), pidfd(), children(), everybody(), session());
    }

    private Finding cgroup() {
        String subject = "cgroup";
        try {
            Optional<Cgroup> home = Cgroup.own(proc);
            if (home.isEmpty()) {
                return new Finding(subject, false, "no cgroup of version 2 is mounted here");
            }
            Cgroup inner =
                    home.get().create("sentinel-%d-0".formatted(ProcessHandle.current().pid()));
            try {
                inner.enter();
                home.get().enter();
            } finally {
                inner.remove();
            }
            return new Finding(
                    subject, true, "nothing leaves it, made in " + home.get().directory());
        } catch (IOException refused) {
            return new Finding(
                    subject,
                    false,
                    "%s; root can, or a user in: systemd-run --user --scope -p Delegate=yes"
                            .formatted(refused.getMessage()));
        }
    }

    private static Finding subreaper() {
        try {
            Orphans.adopt();
            return new Finding("subreaper", true, "orphans come to Sentinel where no cgroup holds");
        } catch (IOException refused) {
            return new Finding(
                    "subreaper", false, refused.getMessage() + "; it came with Linux 3.4");
        }
    }

    private static Finding pidfd() {
        try (PidFd self = PidFd.open(ProcessHandle.current().pid()).orElseThrow()) {
            return new Finding("pidfd", self.send(0), "a signal never hits a number given anew");
        } catch (IOException refused) {
            return new Finding("pidfd", false, refused.getMessage() + "; it came with Linux 5.3");
        }
    }

    private Finding children() {
        return proc.tellsChildren()
                ? new Finding("children", true, "the kernel tells the children of a process")
                : new Finding(
                        "children", false, "CONFIG_PROC_CHILDREN is off, looking takes longer");
    }

    private Finding everybody() {
        return proc.hidesOthers()
                ? new Finding(
                        "hidepid",
                        false,
                        "/proc hides the processes of others; the own ones are guarded all the same")
                : new Finding("hidepid", true, "all processes can be seen");
    }

    private static Finding session() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (new File(directory, "setsid").canExecute()) {
                return new Finding("watchdog", true, "it has a session of its own");
            }
        }
        return new Finding(
                "watchdog", false, "setsid(1) is not on the PATH, it stays in Sentinel's session");
    }
}
