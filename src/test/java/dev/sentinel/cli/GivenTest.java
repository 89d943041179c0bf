package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.config.Settings;
import dev.sentinel.model.ByteSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class GivenTest {

    @Test
    void the_environment_gives_what_the_command_line_does_not() {
        Settings settings = Reading.with("SENTINEL_KILL_AFTER", "9s").of("cmd");
        assertEquals(Duration.ofSeconds(9), settings.stop().grace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-m", "--memory", "--limit"})
    void the_command_line_beats_the_environment(String option) {
        Settings settings = Reading.with("SENTINEL_MEMORY", "2G").of(option, "1G", "cmd");
        assertEquals(ByteSize.ofMebibytes(1024), settings.limit().memory());
    }

    @Test
    void an_empty_variable_counts_as_unset() {
        Settings settings = Reading.with("SENTINEL_MEMORY", "").of("cmd");
        assertEquals(ByteSize.ofMebibytes(512), settings.limit().memory());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "YES, true",
        "on, true",
        "1, true",
        "false, false",
        "No, false",
        "off, false",
        "0, false"
    })
    void a_flag_is_true_or_false_in_the_environment(String value, boolean quiet) {
        assertEquals(quiet, Reading.with("SENTINEL_QUIET", value).of("cmd").talk().quiet());
    }

    @Test
    void a_door_asked_for_on_the_command_line_opens_although_the_environment_closes_it() {
        assertEquals(
                Settings.Screen.ON,
                Reading.with("SENTINEL_NO_TUI", "true").of("--tui", "cmd").display().screen());
        assertInstanceOf(
                Settings.Socket.Explicit.class,
                Reading.with("SENTINEL_NO_SOCKET", "true").of("--socket", "/x", "cmd").socket());
        assertInstanceOf(
                Settings.Metrics.At.class,
                Reading.with("SENTINEL_NO_METRICS", "true").of("--metrics", "9", "cmd").metrics());
    }

    @Test
    void a_door_closed_on_the_command_line_stays_closed() {
        assertEquals(
                Settings.Screen.OFF,
                Reading.with("SENTINEL_TUI", "true").of("--no-tui", "cmd").display().screen());
        assertEquals(
                new Settings.Socket.Off(),
                Reading.with("SENTINEL_SOCKET", "/x").of("--no-socket", "cmd").socket());
    }

    @Test
    void of_two_contradicting_flags_on_one_line_the_careful_one_counts() {
        assertEquals(
                Settings.Screen.OFF,
                Reading.plain().of("--tui", "--no-tui", "cmd").display().screen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SENTINEL_MEMORY   | x    | SENTINEL_MEMORY: 'x' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%",
                "SENTINEL_INTERVAL | 0    | SENTINEL_INTERVAL: '0' is too short; 1ms is the least",
                "SENTINEL_METRICS  | port | SENTINEL_METRICS: 'port' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000",
                "SENTINEL_NO_TUI   | nope | SENTINEL_NO_TUI: 'nope' is neither true nor false",
            })
    void a_bad_variable_is_named(String variable, String value, String sentence) {
        assertEquals(sentence, Reading.with(variable, value).refusal("cmd"));
    }
}
