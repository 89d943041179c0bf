package dev.sentinel.linux;

import java.io.IOException;

/// How soon the kernel's OOM killer takes this process (proc_pid_oom_score_adj(5)). What is started
/// inherits it, and a guard must outlive what it guards.
public final class OomScore {

    private static final String FILE = "/proc/self/oom_score_adj";
    private static final int WORST = 1000;

    private OomScore() {}

    /// Raises it, for a child to inherit; raising needs no privilege, nor does going back to where
    /// one came from.
    ///
    /// @return what it was before
    public static int raise(int by) throws IOException {
        int before = Integer.parseInt(KernelFile.read(FILE).strip());
        set(Math.min(WORST, before + by));
        return before;
    }

    public static void set(int value) throws IOException {
        KernelFile.write(FILE, Integer.toString(value));
    }
}
