package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sentinel, built and unpacked, where other users can run it.
final class SharedBundle {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static Optional<Path> copied = Optional.empty();

    private SharedBundle() {}

    /// The build's own directory, or a copy of what is needed from it if a directory above is
    /// closed to others.
    static synchronized Path directory(List<String> asOther) throws Exception {
        if (copied.isPresent()) {
            return copied.get();
        }
        List<String> look = new ArrayList<>(asOther);
        look.addAll(List.of("test", "-r", TARGET.resolve("sentinel").toString()));
        look.addAll(List.of("-a", "-x", TARGET.resolve("bundle/runtime/bin/java").toString()));
        boolean open = Program.run(Duration.ofSeconds(10), Map.of(), look).code() == 0;
        Path directory = open ? TARGET : copy();
        copied = Optional.of(directory);
        return directory;
    }

    private static Path copy() throws Exception {
        Path directory = Files.createTempDirectory("sentinel-shared-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
        // With the modification times, or the archives of classes would not be used.
        Program.Result result =
                Program.shell(
                        Duration.ofSeconds(60),
                        Map.of("from", TARGET.toString(), "to", directory.toString()),
                        "chmod 755 $to && cp -a $from/sentinel $from/bundle $to");
        if (result.code() != 0) {
            throw new IOException("cannot copy the bundle: " + result.err());
        }
        return directory;
    }

    private static void remove(Path directory) {
        try {
            new ProcessBuilder("rm", "-rf", directory.toString()).start().waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("cannot remove " + directory, failed);
        }
    }
}
