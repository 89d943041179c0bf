package dev.sentinel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What byte code cannot show: length, one type a file, and format.
///
/// The formatter needs a newer Java than Maven may run on, so it is called here; `main` formats the
/// sources in place.
class SourceShapeTest {

    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("leaker/src"));
    private static final int LONGEST_FILE = 250;
    private static final Pattern TOP_LEVEL_TYPE =
            Pattern.compile(
                    "^(?:public |final |sealed |non-sealed |abstract )*(?:class|interface|record|enum|@interface) ",
                    Pattern.MULTILINE);

    static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_file_is_short_and_holds_one_type(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(
                text.lines().count() < LONGEST_FILE,
                file + " is too long; perhaps it is two rooms in one");
        assertTrue(
                TOP_LEVEL_TYPE.matcher(text).results().count() <= 1, file + " holds several types");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_file_is_formatted(Path file) throws Exception {
        String text = Files.readString(file);
        assertTrue(
                text.equals(formatted(text)),
                file + " is not formatted; run: mvn -q test-compile exec:exec@format");
    }

    private static String formatted(String text) throws FormatterException {
        var style = JavaFormatterOptions.builder().style(Style.AOSP).build();
        String imports = RemoveUnusedImports.removeUnusedImports(text);
        return new Formatter(style).formatSource(ImportOrderer.reorderImports(imports, Style.AOSP));
    }

    /// Formats every source file in place.
    public static void main(String[] none) throws Exception {
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = formatted(text);
            if (!text.equals(formatted)) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            }
        }
    }
}
