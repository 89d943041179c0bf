package dev.sentinel.linux;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Small files of the kernel's, read and written as a whole. With the plainest means: this is used
/// on the way to the child, where bringing up java.nio's channels would cost more than the rest.
final class KernelFile {

    /// Most of these files are shorter; what reads a whole file without knowing its size begins
    /// with sixteen times as much.
    private static final int USUAL = 1024;

    private KernelFile() {}

    static String read(String path) throws IOException {
        try (var file = new FileInputStream(path)) {
            byte[] text = new byte[USUAL];
            int length = 0;
            for (int more = file.read(text); more > 0; ) {
                length += more;
                if (length == text.length) {
                    text = Arrays.copyOf(text, 2 * length);
                }
                more = file.read(text, length, text.length - length);
            }
            // Names may hold any byte, and Latin-1 reads every one.
            return new String(text, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /// In one write(2), which is how the kernel takes it.
    static void write(String path, String text) throws IOException {
        try (var file = new FileOutputStream(path)) {
            file.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
