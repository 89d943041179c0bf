package dev.sentinel.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What has been counted about one target since Sentinel's start. Immutable; labels keep the order
/// in which they are declared.
///
/// @param samples looks at its memory
/// @param sampleErrors looks that were refused or failed
public record Tally(
        long samples,
        long sampleErrors,
        Map<Reason, Long> terminations,
        Map<Sent, Long> signals,
        Map<Outcome, Long> exits) {

    /// Why terminations were decided.
    public enum Reason {
        MEMORY_LIMIT,
        MANUAL,
        SHUTDOWN,
        LEFT_BEHIND;

        static Reason of(StopCause cause) {
            return switch (cause) {
                case StopCause.MemoryLimit _ -> MEMORY_LIMIT;
                case StopCause.Requested _ -> MANUAL;
                case StopCause.Signalled _ -> SHUTDOWN;
                case StopCause.LeftBehind _ -> LEFT_BEHIND;
            };
        }
    }

    /// Which signals were sent.
    public enum Sent {
        SIGTERM,
        SIGKILL,
        OTHER;

        static Sent of(Signal signal) {
            if (signal.equals(Signal.TERM)) {
                return SIGTERM;
            }
            return signal.equals(Signal.KILL) ? SIGKILL : OTHER;
        }
    }

    /// How commands ended.
    public enum Outcome {
        SUCCESS,
        FAILURE,
        SIGNAL;

        static Outcome of(ExitStatus exit) {
            if (exit.success()) {
                return SUCCESS;
            }
            return exit.signal().isPresent() ? SIGNAL : FAILURE;
        }
    }

    /// Nothing counted; every label is there from the start, so that a first event is an increase.
    public static final Tally NOTHING =
            new Tally(0, 0, zeros(Reason.class), zeros(Sent.class), zeros(Outcome.class));

    public Tally {
        terminations = copyOf(terminations, Reason.class);
        signals = copyOf(signals, Sent.class);
        exits = copyOf(exits, Outcome.class);
    }

    public Tally plusSample() {
        return new Tally(samples + 1, sampleErrors, terminations, signals, exits);
    }

    public Tally plusSampleError() {
        return new Tally(samples, sampleErrors + 1, terminations, signals, exits);
    }

    public Tally plus(StopCause cause) {
        var more = plus(terminations, Reason.of(cause), 1);
        return new Tally(samples, sampleErrors, more, signals, exits);
    }

    public Tally plus(Signal signal, int times) {
        var more = plus(signals, Sent.of(signal), times);
        return new Tally(samples, sampleErrors, terminations, more, exits);
    }

    public Tally plus(ExitStatus exit) {
        var more = plus(exits, Outcome.of(exit), 1);
        return new Tally(samples, sampleErrors, terminations, signals, more);
    }

    private static <K extends Enum<K>> Map<K, Long> copyOf(Map<K, Long> counts, Class<K> keys) {
        Map<K, Long> copy = new EnumMap<>(keys);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    private static <K extends Enum<K>> Map<K, Long> zeros(Class<K> keys) {
        Map<K, Long> zeros = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            zeros.put(key, 0L);
        }
        return zeros;
    }

    private static <K extends Enum<K>> Map<K, Long> plus(Map<K, Long> counts, K key, long times) {
        Map<K, Long> more = new EnumMap<>(counts);
        more.merge(key, times, Long::sum);
        return more;
    }
}
