package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.config.Settings;
import dev.sentinel.manual.Shell;
import dev.sentinel.model.ByteSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.stream.Stream;

class RunOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd",
                "cmd -m 9 --memory=9 -q",
                "cmd -- x",
                "cmd -- -m --",
                "cmd @file @@file",
                "cmd ${HOME} ${sys:user.home} %n",
                "cmd --help",
                "cmd --no-such-option",
                "run --tui",
                "status",
            })
    void words_after_the_command_are_its_own(String line) {
        List<String> words = List.of(line.split(" "));
        assertEquals(words, command(words));
        assertEquals(words, command(prefixed(words, "--")));
        assertEquals(words, command(prefixed(words, "-m", "1G")));
        assertEquals(words, command(prefixed(words, "-m", "1G", "--")));
    }

    @Test
    void empty_and_quoted_words_stay_as_they_are() {
        List<String> words = List.of("cmd", "", " ", "'x'", "\"y\"", "a,b");
        assertEquals(words, command(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--memory", "-m", "--help", "--"})
    void after_two_dashes_even_a_dash_begins_a_command(String word) {
        assertEquals(List.of(word, "x"), command(List.of("--", word, "x")));
    }

    @Test
    void options_before_the_command_are_sentinels() {
        Settings settings = Reading.plain().ofLine("-qm 1G -- cmd -m 2G");
        assertEquals(ByteSize.ofMebibytes(1024), settings.limit().memory());
        assertEquals(List.of("cmd", "-m", "2G"), settings.command());
    }

    @Test
    void an_option_given_twice_counts_as_it_was_given_last() {
        Settings settings = Reading.plain().ofLine("-m 1G --limit=2G cmd");
        assertEquals(ByteSize.ofMebibytes(2048), settings.limit().memory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-m 1G -v cmd",
                "-m1G -v cmd",
                "-vm1G cmd",
                "-vm=1G cmd",
                "-vm 1G cmd",
                "-v --memory=1G cmd",
                "--limit 1G --verbose cmd",
            })
    void an_option_is_found_in_every_form(String line) {
        Settings settings = Reading.plain().ofLine(line);
        assertEquals(ByteSize.ofMebibytes(1024), settings.limit().memory());
        assertEquals(true, settings.talk().verbose());
    }

    @Test
    void an_unknown_option_is_compared_with_all_there_are() {
        var unknown =
                assertThrows(
                        UnmatchedArgumentException.class,
                        () -> RunOptions.parse("--memroy", "1G", "cmd"));
        assertEquals("--memory", unknown.getSuggestions().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "cmd, true",
        "-m 1G cmd, true",
        "-qv -- cmd -h, true",
        "-h, false",
        "-qh cmd, false",
        "-q --version, false",
        "-q, false",
        "--, false",
    })
    void a_line_that_asks_for_the_help_guards_nothing(String line, boolean guards) {
        assertEquals(guards, RunOptions.mayGuard(line.split(" ")));
    }

    @Test
    void what_is_for_benchmarks_is_nowhere_told() {
        assertEquals(3, Reading.plain().ofLine("--copies 3 cmd").copies());
        assertEquals(true, RunOptions.mayGuard("--copies=3", "cmd"));
        for (Shell shell : Shell.values()) {
            assertEquals(false, shell.completion(Subcommands.tree()).contains("copies"));
        }
    }

    @Test
    void every_option_is_explained() {
        String help = new CommandLine(RunOptions.spec()).getUsageMessage();
        for (OptionSpec option : RunOptions.spec().options()) {
            assertEquals(
                    !option.hidden(), help.contains(option.longestName()), option.longestName());
            assertEquals(1, option.description().length, option.longestName());
        }
    }

    private static List<String> prefixed(List<String> words, String... before) {
        return Stream.concat(Stream.of(before), words.stream()).toList();
    }

    private static List<String> command(List<String> words) {
        return Reading.plain().of(words.toArray(String[]::new)).command();
    }
}
