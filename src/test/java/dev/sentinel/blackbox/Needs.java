package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tools that a test uses. Missing ones skip the test, with a reason; where CI=true says that they
/// have been installed, they fail it.
final class Needs {

    private Needs() {}

    static void tools(String... names) {
        for (String name : names) {
            that(onPath(name), name);
        }
    }

    /// A view of the file systems of one's own, which takes root.
    static void mountNamespace() throws Exception {
        tools("unshare");
        that(Program.output("unshare", "-m", "true").isEmpty(), "the right to mount");
    }

    /// A controller of the first cgroups, which takes root. A machine that has only the second ones
    /// has them otherwise or not at all, and that is no fault of its set-up.
    static void firstCgroups(String controller) {
        Path root = FirstCgroup.root(controller);
        assumeTrue(
                Files.isWritable(root.resolve("cgroup.procs")),
                "this test needs root and the first cgroups at " + root);
    }

    /// A numbering of processes of one's own, which takes root.
    static void pidNamespace() throws Exception {
        tools("unshare");
        String complaints = Program.output("unshare", "-pf", "--mount-proc", "true");
        that(complaints.isEmpty(), "the right to number processes anew");
    }

    /// A network of one's own and one to be reached from there, which takes root.
    static void networkNamespace() throws Exception {
        tools("unshare", "ip", "curl");
        String name = "sentinel-needs-" + ProcessHandle.current().pid();
        String complaints =
                Program.output("ip", "netns", "add", name)
                        + Program.output("unshare", "-n", "ip", "netns", "exec", name, "true")
                        + Program.output("ip", "netns", "delete", name);
        that(complaints.isEmpty(), "the right to make networks");
    }

    /// @param what is needed, for the reason
    static void that(boolean there, String what) {
        if (there) {
            return;
        }
        String reason = "this test needs %s, which is not installed".formatted(what);
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        abort(reason);
    }

    private static boolean onPath(String name) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
