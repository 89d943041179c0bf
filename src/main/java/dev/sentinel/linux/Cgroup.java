package dev.sentinel.linux;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cgroup of version 2, as a directory (cgroups(7), the kernel's cgroup-v2.rst). What is born in
/// it stays in it, whatever becomes of its parent and its session, and all of it can be killed at
/// one stroke. No controller is needed for that, so the second half of a hybrid layout will do.
///
/// @param directory where it is seen in the file system
public record Cgroup(String directory) {

    /// The one this process is in; empty when there is none of version 2, or it cannot be seen.
    ///
    /// @throws IOException when /proc cannot be read
    public static Optional<Cgroup> own(Proc proc) throws IOException {
        String path = ownPath(KernelFile.read(proc.root() + "/self/cgroup"));
        // A name that begins with two dots lies outside of this cgroup namespace.
        if (path.isEmpty() || path.startsWith("/..")) {
            return Optional.empty();
        }
        String mounts = KernelFile.read(proc.root() + "/self/mountinfo");
        return mountPoint(mounts).map(mount -> new Cgroup(path.equals("/") ? mount : mount + path));
    }

    /// From `0::/user.slice/x`; empty when that line is missing.
    static String ownPath(String cgroups) {
        for (String line : cgroups.split("\n", -1)) {
            if (line.startsWith("0::/")) {
                return line.substring(3);
            }
        }
        return "";
    }

    /// Where the whole of version 2 is mounted (proc_pid_mountinfo(5)); a mount of a part of it
    /// will not do, for then names in /proc mean something else.
    ///
    /// ```
    ///    42 30 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate
    /// ```
    static Optional<String> mountPoint(String mounts) {
        for (String line : mounts.split("\n", -1)) {
            int type = line.indexOf(" - cgroup2 ");
            if (type < 0) {
                continue;
            }
            String[] fields = line.substring(0, type).split(" ", -1);
            // Spaces and the like are written as octal numbers; nobody mounts cgroups there.
            if (fields.length > 4 && fields[3].equals("/") && !fields[4].contains("\\")) {
                return Optional.of(fields[4]);
            }
        }
        return Optional.empty();
    }

    /// A new one inside of this one.
    ///
    /// @throws IOException when it is there already, cannot be made, or cannot be killed in one
    ///   stroke (before Linux 5.14)
    public Cgroup create(String name) throws IOException {
        Cgroup inner = new Cgroup(directory + "/" + name);
        if (!new File(inner.directory).mkdir()) {
            throw new IOException("cannot make " + inner.directory);
        }
        if (!new File(inner.directory, "cgroup.kill").exists()) {
            inner.remove();
            throw new IOException("this kernel has no cgroup.kill; it came with Linux 5.14");
        }
        return inner;
    }

    /// Names of the cgroups right inside of this one.
    public List<String> inner() {
        File[] directories = new File(directory).listFiles(File::isDirectory);
        List<String> names = new ArrayList<>();
        for (File inner : directories == null ? new File[0] : directories) {
            names.add(inner.getName());
        }
        return names;
    }

    /// Asked at every look for somebody new, and to list a cgroup means to look at thirty files.
    private boolean hasInner() {
        try {
            return !file("cgroup.stat").startsWith("nr_descendants 0\n");
        } catch (IOException untold) {
            return true;
        }
    }

    /// Moves this whole process into it. The first move for a while waits some milliseconds for
    /// every processor to notice.
    ///
    /// @throws IOException when that is not permitted
    public void enter() throws IOException {
        KernelFile.write(directory + "/cgroup.procs", "0");
    }

    /// Pids of all processes in it and inside of it, zombies included; none once it is removed, for
    /// only an empty one can be.
    ///
    /// @throws IOException when it is there and cannot be read
    public List<Long> processes() throws IOException {
        List<Long> pids = new ArrayList<>();
        for (String line : file("cgroup.procs").split("\n", -1)) {
            if (!line.isEmpty()) {
                pids.add(Long.parseLong(line));
            }
        }
        for (String name : hasInner() ? inner() : List.<String>of()) {
            try {
                pids.addAll(new Cgroup(directory + "/" + name).processes());
            } catch (IOException goneMeanwhile) {
                // Whoever was in it has left it before.
            }
        }
        return pids;
    }

    /// Whether a process lives in it or inside of it; a zombie does not count.
    public boolean populated() throws IOException {
        return file("cgroup.events").contains("populated 1");
    }

    /// Empty when the whole cgroup is gone; systemd removes one that nobody is in.
    private String file(String name) throws IOException {
        try {
            return KernelFile.read(directory + "/" + name);
        } catch (IOException unreadable) {
            if (new File(directory).exists()) {
                throw unreadable;
            }
            return "";
        }
    }

    /// Kills everything in it and inside of it, also what is being forked at this moment.
    public void kill() throws IOException {
        KernelFile.write(directory + "/cgroup.kill", "1");
    }

    /// Removes it and what is inside of it.
    ///
    /// @return false when there is still somebody in it
    public boolean remove() {
        for (String name : inner()) {
            new Cgroup(directory + "/" + name).remove();
        }
        File self = new File(directory);
        return self.delete() || !self.exists();
    }
}
