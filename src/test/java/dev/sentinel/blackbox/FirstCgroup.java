package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A cgroup of the first version, gone at the end of the block with everybody in it.
final class FirstCgroup implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path directory;

    private FirstCgroup(Path directory) {
        this.directory = directory;
    }

    static FirstCgroup create(String controller) throws IOException {
        return new FirstCgroup(Files.createTempDirectory(root(controller), "sentinel-test-"));
    }

    /// Where all of a controller's are.
    static Path root(String controller) {
        return Path.of("/sys/fs/cgroup", controller);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try {
            for (String pid : Files.readAllLines(directory.resolve("cgroup.procs"))) {
                Program.output("kill", "-KILL", pid);
            }
            Eventually.isTrue(SOON, "the cgroup to be empty", this::removed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            throw new IOException("left behind: " + directory, failed);
        }
    }

    private boolean removed() {
        try {
            return Files.deleteIfExists(directory);
        } catch (IOException busy) {
            return false;
        }
    }
}
