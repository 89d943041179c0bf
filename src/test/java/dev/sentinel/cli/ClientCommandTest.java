package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ClientCommandTest {

    @Test
    void the_script_that_starts_sentinel_knows_who_needs_no_watchdog() throws Exception {
        String script = Files.readString(Path.of("packaging/start"));
        Matcher words =
                Pattern.compile("\n    ([a-z| ]+)\\) sentinel_guards= ;;\n").matcher(script);
        assertTrue(words.find(), script);
        List<String> without = new ArrayList<>(ClientCommand.WORDS);
        // It gives a terminal back.
        without.remove(ClientCommand.TOP);
        assertEquals(without, List.of(words.group(1).split(" \\| ")));
    }
}
