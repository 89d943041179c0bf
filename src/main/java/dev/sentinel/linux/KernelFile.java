package dev.sentinel.linux;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Small files of the kernel's, read and written as a whole. With the plainest means: this is used
/// on the way to the child, where bringing up java.nio's channels would cost more than the rest.
final class KernelFile {

    private KernelFile() {}

    static String read(String path) throws IOException {
        try (var file = new FileInputStream(path)) {
            // Names may hold any byte, and Latin-1 reads every one.
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// In one write(2), which is how the kernel takes it.
    static void write(String path, String text) throws IOException {
        try (var file = new FileOutputStream(path)) {
            file.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
