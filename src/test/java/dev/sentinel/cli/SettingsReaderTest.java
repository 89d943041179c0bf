package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.config.Settings;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Detector;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsReaderTest {

    @Test
    void without_options_these_are_the_settings() {
        assertEquals(
                new Settings(
                        List.of("cmd"),
                        Optional.empty(),
                        new Limit(ByteSize.ofMebibytes(512), Duration.ZERO),
                        new StopPlan(Signal.TERM, Duration.ofSeconds(3)),
                        Detector.POLL,
                        new Interval.Auto(),
                        new Settings.Display(Settings.Screen.AUTO, false, false, false),
                        new Settings.Socket.Default(Path.of("/tmp/sentinel.socket")),
                        new Settings.Metrics.At(
                                new Settings.HostPort("127.0.0.1", 8000), false, Optional.empty()),
                        true,
                        new Settings.Talk(false, false, false),
                        false,
                        false,
                        1),
                Reading.plain().of("cmd"));
    }

    @Test
    void every_option_changes_its_setting() {
        assertEquals(
                new Settings(
                        List.of("cmd"),
                        Optional.of("app"),
                        new Limit(ByteSize.ofMebibytes(1024), Duration.ofSeconds(5)),
                        new StopPlan(Signal.INT, Duration.ZERO),
                        Detector.POLL,
                        new Interval.Fixed(Duration.ofMillis(10)),
                        new Settings.Display(Settings.Screen.ON, true, true, true),
                        new Settings.Socket.Explicit(Path.of("/run/x")),
                        new Settings.Metrics.At(
                                new Settings.HostPort("0.0.0.0", 9),
                                true,
                                Optional.of(Path.of("web.yml"))),
                        false,
                        new Settings.Talk(true, true, true),
                        true,
                        true,
                        2),
                Reading.plain()
                        .ofLine(
                                "-m 1G --for 5s -s INT -k 0 --detect poll --interval=10ms --name app --tui --ascii --hold --tty"
                                        + " --socket /run/x --metrics 0.0.0.0:9 --metrics-required --web-config web.yml"
                                        + " --on-death leave -q -v -o json --preserve-status --show-args --copies 2 cmd"));
    }

    @Test
    void doors_can_stay_closed() {
        Settings settings = Reading.plain().ofLine("--no-tui --no-socket --no-metrics cmd");
        assertEquals(Settings.Screen.OFF, settings.display().screen());
        assertEquals(new Settings.Socket.Off(), settings.socket());
        assertEquals(new Settings.Metrics.Off(), settings.metrics());
    }

    @ParameterizedTest
    @CsvSource({
        "-m 80% cmd, 838860800",
        "--memory=1G cmd, 1073741824",
        "--limit 0 cmd, 0",
        "-m64 cmd, 67108864"
    })
    void the_limit_is_a_size_or_a_part_of_the_machine(String line, long bytes) {
        assertEquals(bytes, Reading.plain().ofLine(line).limit().memory().bytes());
    }

    @Test
    void a_part_of_an_unknown_machine_is_no_limit_and_so_refused() {
        var blind = new Reading(Map.of(), ByteSize.ZERO);
        assertEquals(
                "--memory: '80%' cannot be told, as the machine's memory is unknown; write a size,"
                        + " for instance 512M",
                blind.refusal("-m", "80%", "cmd"));
    }

    @ParameterizedTest
    @CsvSource({
        "8123,           127.0.0.1, 8123",
        "0,              127.0.0.1, 0",
        "0.0.0.0:65535,  0.0.0.0,   65535",
        "[::1]:9,        ::1,       9",
    })
    void the_exporter_has_a_port_and_perhaps_a_host(String text, String host, int port) {
        var address = new Settings.HostPort(host, port);
        assertEquals(
                new Settings.Metrics.At(address, false, Optional.empty()),
                Reading.plain().of("--metrics", text, "cmd").metrics());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-m 512X cmd         | --memory: '512X' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%",
                "--limit x cmd       | --memory: 'x' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%",
                "--for 3 cmd         | --for: '3' is not a duration; write a number with a unit, for instance 250ms, 3s or 5m",
                "-s TREM cmd         | --signal: 'TREM' is not a signal; write a name or a number, for instance TERM, INT or 15",
                "-k soon cmd         | --kill-after: 'soon' is not a duration; write a number with a unit, for instance 250ms, 3s or 5m",
                "--detect ebpf cmd   | --detect: 'ebpf' is neither auto nor poll",
                "--interval 0 cmd    | --interval: '0' is too short; 1ms is the least",
                "--interval 9us cmd  | --interval: '9us' is too short; 1ms is the least",
                "-o xml cmd          | --output: 'xml' is neither text nor json",
                "--metrics 65536 cmd | --metrics: '65536' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000",
                "--metrics :80 cmd   | --metrics: ':80' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000",
                "--metrics a:b cmd   | --metrics: 'a:b' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000",
                "--metrics a: cmd    | --metrics: 'a:' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000",
                "--socket= cmd       | --socket: a path is missing",
                "-q                  | there is no command to guard; see 'sentinel --help'",
            })
    void what_is_wrong_is_said_with_the_option_in_front(String line, String sentence) {
        assertEquals(sentence, Reading.plain().refusal(line.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"--memroy 1G cmd", "-m", "--quiet=yes cmd"})
    void what_is_no_option_is_refused_before_any_setting_is_read(String line) {
        assertThrows(ParameterException.class, () -> Reading.plain().ofLine(line));
    }
}
