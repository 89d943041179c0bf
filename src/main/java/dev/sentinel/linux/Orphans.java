package dev.sentinel.linux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Processes whose parent has ended: they become children of the nearest subreaper above them, or
/// of init.
public final class Orphans {

    private Orphans() {}

    /// From now on orphans among this process's descendants become its own children
    /// (PR_SET_CHILD_SUBREAPER(2const)); what was started before counts as well.
    ///
    /// @throws IOException before Linux 3.4
    public static void adopt() throws IOException {
        if (!Libc.prctl(Libc.PR_SET_CHILD_SUBREAPER, 1)) {
            throw new IOException("prctl(PR_SET_CHILD_SUBREAPER) is refused");
        }
    }

    /// Pids of the children of this process's first thread. Adopted ones are among them; those that
    /// another thread has started only after that thread has ended.
    ///
    /// @throws IOException where the kernel does not tell (CONFIG_PROC_CHILDREN)
    public static List<Long> adopted() throws IOException {
        long self = ProcessHandle.current().pid();
        List<Long> pids = new ArrayList<>();
        String text = KernelFile.read("/proc/self/task/" + self + "/children");
        for (String pid : text.split(" ", -1)) {
            if (!pid.isEmpty()) {
                pids.add(Long.parseLong(pid));
            }
        }
        return pids;
    }

    /// Fetches the status of an adopted child that has ended, so that it does not stay a zombie.
    /// One by one, never "whoever has ended": the statuses of the JDK's own children are the JDK's.
    public static void reap(long pid) {
        // ECHILD is fine: somebody has been faster.
        Libc.reap(Math.toIntExact(pid));
    }
}
