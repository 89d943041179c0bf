package dev.sentinel.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A process file system in a folder, written in one expression:
/// `FakeProc.in(dir).process(42).named("x").parent(1).startedAt(100).state('S')`.
public final class FakeProc {

    private final Path root;

    private FakeProc(Path root) {
        this.root = root;
    }

    public static FakeProc in(Path root) {
        return new FakeProc(root);
    }

    /// What code under test reads it with.
    public Proc proc() {
        return new Proc(root);
    }

    /// A process that is there from now on, a sleeping child of init until more is said.
    public FakeProcess process(long pid) {
        return new FakeProcess(this, pid).written();
    }

    /// The process is gone, if it was there.
    public FakeProc without(long pid) {
        try {
            Path process = root.resolve(Long.toString(pid));
            if (Files.notExists(process)) {
                return this;
            }
            try (Stream<Path> files = Files.walk(process)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (Files.isRegularFile(file)) {
                        // Whoever has it open sees nothing of a process any more, as in /proc.
                        Files.writeString(file, "");
                    }
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /// Any file, in Latin-1, so that a test can write any byte.
    public FakeProc file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }
}
