package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Detector;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.Measure.Metric;
import dev.sentinel.model.Measure.Scope;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.TimeText;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What was given → settings, or one sentence about what is wrong. Starts nothing.
record SettingsReader(Given given, Supplier<ByteSize> machineMemory) {

    private static final ByteSize MEMORY = ByteSize.ofMebibytes(512);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Interval INTERVAL = new Interval.Auto();
    static final Path SOCKET = Path.of("/tmp/sentinel.socket");
    private static final String LOOPBACK = "127.0.0.1";
    private static final Settings.HostPort METRICS = new Settings.HostPort(LOOPBACK, 8000);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);

    Settings read(List<String> command) {
        if (command.isEmpty()) {
            throw new UsageError("there is no command to guard; see 'sentinel --help'");
        }
        return new Settings(
                command,
                given.text(RunOptions.NAME),
                limit(),
                new StopPlan(
                        given.value(RunOptions.SIGNAL, Signal.TERM, Signal::parse),
                        given.value(RunOptions.KILL_AFTER, GRACE, TimeText::parse)),
                given.value(RunOptions.DETECT, Detector.POLL, Detector::parse),
                given.value(RunOptions.INTERVAL, INTERVAL, SettingsReader::interval),
                new Settings.Display(
                        screen(),
                        given.flag(RunOptions.ASCII),
                        given.flag(RunOptions.HOLD),
                        given.flag(RunOptions.TTY)),
                socket(),
                metrics(),
                given.value(RunOptions.ON_DEATH, true, SettingsReader::isKill),
                new Settings.Talk(
                        given.flag(RunOptions.QUIET),
                        given.flag(RunOptions.VERBOSE),
                        given.value(RunOptions.OUTPUT, false, SettingsReader::isJson)),
                given.flag(RunOptions.PRESERVE_STATUS),
                given.flag(RunOptions.SHOW_ARGS),
                given.value(RunOptions.COPIES, 1, SettingsReader::copies));
    }

    private Limit limit() {
        Limit limit =
                new Limit(
                        given.value(RunOptions.MEMORY, MEMORY, this::size),
                        given.value(RunOptions.SOFT, ByteSize.ZERO, this::size),
                        given.value(RunOptions.FOR, Duration.ZERO, TimeText::parse),
                        new Measure(
                                given.value(RunOptions.METRIC, Metric.RSS, Metric::parse),
                                given.value(RunOptions.SCOPE, Scope.TREE, Scope::parse)));
        if (!limit.isNone() && limit.soft().bytes() >= limit.memory().bytes()) {
            throw new UsageError(
                    "--soft: %s is not below the limit of %s, so it would never warn in time"
                            .formatted(limit.soft(), limit.memory()));
        }
        return limit;
    }

    private ByteSize size(String text) {
        // Asking the machine costs reads; only a percentage needs them.
        if (!text.contains("%")) {
            return ByteSize.parse(text, ByteSize.ZERO);
        }
        ByteSize whole = machineMemory.get();
        // A part of nothing would be no limit at all.
        if (whole.equals(ByteSize.ZERO)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be told, as the machine's memory is unknown; write a size, for instance 512M"
                            .formatted(text));
        }
        return ByteSize.parse(text, whole);
    }

    private static Interval interval(String text) {
        if (text.equals("auto")) {
            return new Interval.Auto();
        }
        Duration interval = TimeText.parse(text);
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException(
                    "'%s' is too short; 1ms is the least".formatted(text));
        }
        return new Interval.Fixed(interval);
    }

    private static boolean isKill(String text) {
        return switch (text) {
            case "kill" -> true;
            case "leave" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is neither kill nor leave".formatted(text));
        };
    }

    static boolean isJson(String text) {
        return switch (text) {
            case "json" -> true;
            case "text" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is neither text nor json".formatted(text));
        };
    }

    private static int copies(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("'%s' is not 1 to 9999".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private Settings.Screen screen() {
        if (given.closed(RunOptions.NO_TUI, RunOptions.TUI)) {
            return Settings.Screen.OFF;
        }
        return given.flag(RunOptions.TUI) ? Settings.Screen.ON : Settings.Screen.AUTO;
    }

    private Settings.Socket socket() {
        if (given.closed(RunOptions.NO_SOCKET, RunOptions.SOCKET)) {
            return new Settings.Socket.Off();
        }
        return given.text(RunOptions.SOCKET).isEmpty()
                ? new Settings.Socket.Default(SOCKET)
                : new Settings.Socket.Explicit(
                        given.value(RunOptions.SOCKET, SOCKET, SettingsReader::path));
    }

    static Path path(String text) {
        // Java takes it for the directory one is in.
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a path is missing");
        }
        return Path.of(text);
    }

    private Settings.Metrics metrics() {
        if (given.closed(RunOptions.NO_METRICS, RunOptions.METRICS)) {
            return new Settings.Metrics.Off();
        }
        Settings.HostPort address =
                given.text(RunOptions.METRICS).isEmpty()
                        ? METRICS
                        : given.value(RunOptions.METRICS, METRICS, SettingsReader::address);
        return new Settings.Metrics.At(
                address,
                given.flag(RunOptions.METRICS_REQUIRED),
                given.value(
                        RunOptions.WEB_CONFIG, Optional.empty(), text -> Optional.of(path(text))));
    }

    private static Settings.HostPort address(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? LOOPBACK : text.substring(0, colon).replaceAll("^\\[|]$", "");
        String port = text.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535 || host.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000".formatted(text));
        }
        return new Settings.HostPort(host, Integer.parseInt(port));
    }
}
