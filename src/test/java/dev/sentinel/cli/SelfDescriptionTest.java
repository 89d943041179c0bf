package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.Model.OptionSpec;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Set;

class SelfDescriptionTest {

    private static String answer(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var description = new SelfDescription(new PrintStream(out, true, UTF_8));
        assertEquals(0, description.answer(line.split(" ")));
        return out.toString(UTF_8);
    }

    @Test
    void the_man_page_has_every_section() {
        String page = answer("man");
        for (String section :
                new String[] {
                    "NAME",
                    "SYNOPSIS",
                    "DESCRIPTION",
                    "COMMANDS",
                    "OPTIONS",
                    "KEYS",
                    "SIGNALS",
                    "ENVIRONMENT",
                    "EXIT STATUS",
                    "FILES",
                    "EXAMPLES",
                    "SEE ALSO"
                }) {
            assertTrue(page.contains(".SH \"" + section + "\"\n"), section);
        }
    }

    @Test
    void the_man_page_has_every_option_and_its_variable() {
        String page = answer("man");
        for (OptionSpec option : RunOptions.spec().options()) {
            if (option.hidden()) {
                assertFalse(page.contains(option.longestName().substring(2)));
                continue;
            }
            for (String name : option.names()) {
                assertTrue(page.contains("\\fB" + name.replace("-", "\\-") + "\\fR"), name);
            }
        }
        assertTrue(page.contains("80% of the machine; 0 for none"), page);
        assertTrue(page.contains("\\fBSENTINEL_MEMORY\\fR, \\fBSENTINEL_LIMIT\\fR"), page);
        assertFalse(page.contains("SENTINEL_HELP"), page);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ExitCode.MEMORY_LIMIT,
                ExitCode.SENTINEL_FAILED,
                ExitCode.NOT_EXECUTABLE,
                ExitCode.NOT_FOUND
            })
    void the_man_page_has_every_exit_code(int code) {
        assertTrue(answer("man").contains("\\fB" + code + "\\fR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void a_completion_has_every_long_option_and_subcommand(String shell) {
        String script = answer("completion " + shell);
        Subcommands.tree()
                .options()
                .forEach(option ->
                        assertEquals(
                                !option.hidden(),
                                script.contains(option.longestName().substring(2)),
                                option.longestName()));
        Subcommands.tree()
                .subcommands()
                .keySet()
                .forEach(name -> assertTrue(script.contains(name), name));
        assertFalse(script.matches("(?s).*@[A-Z]+@.*"), script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version -o json", "version --output=json", "version -ojson"})
    void the_version_for_programs_is_one_object_on_one_line(String line) throws Exception {
        String json = answer(line);
        assertEquals(1, json.lines().count());
        JsonObject object = JsonParser.object().from(json);
        assertEquals(Set.of("name", "version", "revision", "java", "os", "arch"), object.keySet());
        assertEquals("sentinel", object.getString("name"));
    }

    @Test
    void the_version_for_people_is_a_line() {
        String line = SentinelCommand.versionLine(BuildInfo.read()) + "\n";
        assertEquals(line, answer("version"));
        assertEquals(line, answer("version -o text"));
    }

    @ParameterizedTest
    @CsvSource({
        "man --help, Usage: sentinel man [-h]",
        "completion -h, Usage: sentinel completion [-h] [bash|zsh|fish]",
        "version --help, Usage: sentinel version [-h] [-o=text|json]",
        "help, Usage: sentinel [run] [OPTIONS] [--] CMD [ARG...]",
    })
    void each_has_a_usage_line(String line, String usage) {
        assertEquals(usage, answer(line).lines().findFirst().orElse(""));
    }

    @Test
    void the_help_lists_what_may_come_first() {
        String help = answer("help");
        for (String name : Subcommands.tree().subcommands().keySet()) {
            assertTrue(help.contains("\n  " + name + " "), help);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completion | completion for which shell? write bash, zsh or fish behind it",
                "completion tcsh | there is no completion for 'tcsh'; write bash, zsh or fish",
                "completion bash zsh | 'sentinel completion' does not take 'zsh'; to guard a program of that"
                        + " name, write 'sentinel run completion bash zsh'",
                "man ls | 'sentinel man' does not take 'ls'; to guard a program of that name, write"
                        + " 'sentinel run man ls'",
                "version -o xml | --output: 'xml' is neither text nor json",
            })
    void what_cannot_be_answered_is_one_sentence(String line, String sentence) {
        assertEquals(sentence, assertThrows(UsageError.class, () -> answer(line)).getMessage());
    }
}
