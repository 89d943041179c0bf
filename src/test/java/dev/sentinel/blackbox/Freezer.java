package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A process in uninterruptible sleep. Whatever happens, it is woken at the end of the block, or it
/// would stay for ever.
final class Freezer implements AutoCloseable {

    static final Path ROOT = Path.of("/sys/fs/cgroup/freezer");

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path group;

    private Freezer(Path group) {
        this.group = group;
    }

    static Freezer freeze(long pid) throws Exception {
        Freezer freezer = new Freezer(Files.createTempDirectory(ROOT, "sentinel-test-"));
        try {
            Files.writeString(freezer.group.resolve("cgroup.procs"), Long.toString(pid));
            freezer.set("FROZEN");
            return freezer;
        } catch (Exception | AssertionError failed) {
            freezer.close();
            throw failed;
        }
    }

    void thaw() throws Exception {
        set("THAWED");
    }

    private void set(String state) throws Exception {
        Path file = group.resolve("freezer.state");
        Files.writeString(file, state);
        Eventually.isTrue(
                SOON,
                "the freezer to be " + state,
                () -> Files.readString(file).strip().equals(state));
    }

    /// A group goes when nobody is left in it.
    @Override
    public void close() throws IOException {
        try {
            thaw();
            for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
                Program.output("kill", "-KILL", pid);
            }
            Eventually.isTrue(SOON, "the freezer to be empty", this::removed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            throw new IOException("left behind: " + group, failed);
        }
    }

    private boolean removed() {
        try {
            return Files.deleteIfExists(group);
        } catch (IOException busy) {
            return false;
        }
    }
}
