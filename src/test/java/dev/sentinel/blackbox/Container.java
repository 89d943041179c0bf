package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command as the first process of a container, as Docker makes one when it is told to be strict:
/// a root directory of its own that is read-only, a /tmp, its own processes, network and cgroup, a
/// user other than root, no capability, nothing new by setuid. Takes root to make.
final class Container implements AutoCloseable {

    private static final String SCRIPT =
            """
            mount --make-rprivate /
            mount --bind "$ROOT" "$ROOT"
            mount --bind "$TMP" "$ROOT/tmp"
            mount -t proc -o nosuid,nodev,noexec proc "$ROOT/proc"
            mount -t sysfs -o ro sysfs "$ROOT/sys"
            mount -t cgroup2 -o ro cgroup2 "$ROOT/sys/fs/cgroup"
            mount --rbind /dev "$ROOT/dev"
            mount -o remount,bind,ro "$ROOT"
            ip link set lo up
            cd "$ROOT"
            pivot_root . tmp
            umount -l tmp
            cd "$DIRECTORY"
            exec "$@"
            """;

    private static final List<String> NAMESPACES =
            List.of("--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup");

    private final ImageRoot image;
    private final String user;
    private final Program program;

    private Container(ImageRoot image, String user, Program program) {
        this.image = image;
        this.user = user;
        this.program = program;
    }

    static Container start(ImageRoot image, String user, List<String> command) throws Exception {
        return new Container(
                image, user, Program.start(Map.of(), words(image, user, List.of(), command)));
    }

    /// The words that run a command so. Who reads them is to give the command a terminal or none.
    ///
    /// @param way runs the words that follow its own, before anything is given up
    static List<String> words(
            ImageRoot image, String user, List<String> way, List<String> command) {
        List<String> words = new ArrayList<>(List.of("env", "ROOT=" + image.root()));
        words.addAll(List.of("TMP=" + image.tmp(), "DIRECTORY=" + image.stage().directory()));
        words.addAll(List.of("unshare", "--fork", "--kill-child"));
        words.addAll(NAMESPACES);
        words.addAll(List.of("sh", "-ec", SCRIPT, "sh"));
        words.addAll(way);
        words.addAll(as(user));
        words.addAll(image.environment());
        words.addAll(command);
        return words;
    }

    private static List<String> as(String user) {
        String[] ids = user.split(":", -1);
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid", ids[0]));
        words.addAll(List.of("--regid", ids[1], "--clear-groups", "--no-new-privs"));
        words.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        return words;
    }

    /// Runs something in it, as its user.
    Program.Result execute(List<String> command) throws Exception {
        List<String> words = new ArrayList<>(List.of("nsenter", "--target", "" + firstProcess()));
        words.addAll(NAMESPACES);
        words.addAll(as(user));
        words.addAll(image.environment());
        words.addAll(command);
        return Program.run(Guard.SOON, Map.of(), words);
    }

    Program.Result execute(String... command) throws Exception {
        return execute(List.of(command));
    }

    void awaitSocket() throws Exception {
        Eventually.isTrue(Guard.SOON, "the control socket", () -> Files.exists(image.socket()));
    }

    /// What is at an address in its network, asked with the curl of the machine.
    String get(String url) throws Exception {
        return Program.output(
                "nsenter", "--target", "" + firstProcess(), "--net", "curl", "-sSf", url);
    }

    /// As the machine numbers it.
    long firstProcess() throws Exception {
        return Eventually.get(
                        Guard.SOON,
                        "the first process",
                        () -> ProcessHandle.of(program.pid()).orElseThrow().children().toList(),
                        children -> !children.isEmpty())
                .getFirst()
                .pid();
    }

    void signal(String name) throws Exception {
        Program.output("kill", "-" + name, "" + firstProcess());
    }

    Program.Result await(Duration deadline) throws Exception {
        return program.await(deadline);
    }

    Program program() {
        return program;
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
