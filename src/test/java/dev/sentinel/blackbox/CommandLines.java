package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What all processes of the machine were started with. Read here and not asked of pgrep, which
/// takes longer to start than a look takes, and lists zombies too.
final class CommandLines {

    private static final Path PROC = Path.of("/proc");

    private CommandLines() {}

    /// The words of each process that has not ended, by pid, if they will do. Of a zombie there are
    /// none.
    static Map<Long, List<String>> of(Predicate<List<String>> willDo) throws IOException {
        Map<Long, List<String>> found = new TreeMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                List<String> words = words(process.resolve("cmdline"));
                if (willDo.test(words)) {
                    found.put(Long.parseLong(PROC.relativize(process).toString()), words);
                }
            }
        }
        return found;
    }

    private static List<String> words(Path commandLine) {
        try {
            String text = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
            // Each word ends with a zero byte, also the last one.
            return List.of(text.replaceFirst("\0$", "").split("\0", -1));
        } catch (IOException goneMeanwhile) {
            return List.of("");
        }
    }
}
