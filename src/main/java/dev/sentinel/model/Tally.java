package dev.sentinel.model;

/// What has been counted about one target since Sentinel's start. Immutable; labels keep the order
/// in which they are declared.
///
/// @param starts of its command
/// @param samples looks at its memory
/// @param sampleErrors looks that were refused or failed
public record Tally(
        long starts,
        long samples,
        long sampleErrors,
        Counts<Reason> terminations,
        Counts<Sent> signals,
        Counts<Outcome> exits) {

    /// Why terminations were decided.
    public enum Reason {
        MEMORY_LIMIT,
        MANUAL,
        SHUTDOWN,
        LEFT_BEHIND;

        static Reason of(StopCause cause) {
            return switch (cause) {
                case StopCause.MemoryLimit _ -> MEMORY_LIMIT;
                case StopCause.Requested _, StopCause.Restart _ -> MANUAL;
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
            new Tally(
                    0,
                    0,
                    0,
                    Counts.zeros(Reason.class),
                    Counts.zeros(Sent.class),
                    Counts.zeros(Outcome.class));

    public Tally plusStart() {
        return new Tally(starts + 1, samples, sampleErrors, terminations, signals, exits);
    }

    public Tally plusSample() {
        return new Tally(starts, samples + 1, sampleErrors, terminations, signals, exits);
    }

    public Tally plusSampleError() {
        return new Tally(starts, samples, sampleErrors + 1, terminations, signals, exits);
    }

    public Tally plus(StopCause cause) {
        var more = terminations.plus(Reason.of(cause), 1);
        return new Tally(starts, samples, sampleErrors, more, signals, exits);
    }

    public Tally plus(Signal signal, int times) {
        var more = signals.plus(Sent.of(signal), times);
        return new Tally(starts, samples, sampleErrors, terminations, more, exits);
    }

    public Tally plus(ExitStatus exit) {
        var more = exits.plus(Outcome.of(exit), 1);
        return new Tally(starts, samples, sampleErrors, terminations, signals, more);
    }
}
