package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A place where Sentinel is unpacked, as in the build but for one file, which is one's own to
/// change. All others are links.
///
/// @param original that file as it was built
/// @param file where the changed one has to be; nothing is there yet
record AlteredHome(Path directory, Path original, Path file) implements AutoCloseable {

    private static final Path BUNDLE = Path.of("target/bundle").toAbsolutePath();

    /// @param name of a file in lib
    static AlteredHome butFor(String name) throws IOException {
        Path directory = Files.createTempDirectory("sentinel-home-");
        Path lib = Files.createDirectory(directory.resolve("lib"));
        for (String whole : List.of("bin", "runtime")) {
            Files.createSymbolicLink(directory.resolve(whole), BUNDLE.resolve(whole));
        }
        try (Stream<Path> files = Files.list(BUNDLE.resolve("lib"))) {
            for (Path file : files.filter(one -> !one.endsWith(name)).toList()) {
                Files.createSymbolicLink(lib.resolve(file.getFileName()), file);
            }
        }
        return new AlteredHome(directory, BUNDLE.resolve("lib").resolve(name), lib.resolve(name));
    }

    /// The words that run Sentinel from there, for a shell.
    String sentinel() {
        return "SENTINEL_HOME=%s %s".formatted(directory, Guard.BINARY);
    }

    @Override
    public void close() throws IOException {
        Directories.remove(directory);
    }
}
