package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.config.Settings;
import dev.sentinel.model.ByteSize;

import picocli.CommandLine.ParseResult;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Arguments and environment → settings, in one expression: `Reading.with("SENTINEL_MEMORY",
/// "1G").of("-q", "cmd")`.
record Reading(Map<String, String> environment, ByteSize machine) {

    static Reading plain() {
        return new Reading(Map.of(), ByteSize.ofMebibytes(1000));
    }

    static Reading with(String variable, String value) {
        return new Reading(Map.of(variable, value), plain().machine());
    }

    Settings of(String... words) {
        ParseResult line = RunOptions.parse(words);
        List<String> command = line.matchedPositionalValue(0, List.of());
        return new SettingsReader(new Given(line, environment), () -> machine).read(command);
    }

    /// The same, from words with spaces between.
    Settings ofLine(String words) {
        return of(Arrays.stream(words.split(" ")).toArray(String[]::new));
    }

    /// What is said about words that are wrong.
    String refusal(String... words) {
        return String.valueOf(assertThrows(UsageError.class, () -> of(words)).getMessage());
    }
}
