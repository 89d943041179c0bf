package dev.sentinel.model;

/// What has been counted about one target since Sentinel's start. Immutable; labels keep the order
/// in which they are declared.
///
/// @param starts of its command
/// @param samples looks at its memory
/// @param sampleErrors looks that were refused or failed
/// @param restarts starts after the first
/// @param terminations decisions to end its tree
/// @param endings from such a decision until nothing of the tree was left
public record Tally(
        long starts,
        long samples,
        long sampleErrors,
        Counts<Again> restarts,
        Counts<Reason> terminations,
        Counts<Sent> signals,
        Counts<Outcome> exits,
        Histogram endings) {

    /// Why commands were started again. Nothing but a wish does that so far; the others are there
    /// for those who watch already.
    public enum Again {
        MEMORY_LIMIT,
        CRASH,
        EXIT,
        MANUAL
    }

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
                    Counts.zeros(Again.class),
                    Counts.zeros(Reason.class),
                    Counts.zeros(Sent.class),
                    Counts.zeros(Outcome.class),
                    Histogram.ofMillis(50, 100, 500, 1000, 2000, 3000, 5000, 10_000));

    /// Whichever is not the first was asked for.
    public Tally plusStart() {
        var more = starts == 0 ? restarts : restarts.plus(Again.MANUAL, 1);
        return new Tally(
                starts + 1, samples, sampleErrors, more, terminations, signals, exits, endings);
    }

    public Tally plusSample() {
        return new Tally(
                starts, samples + 1, sampleErrors, restarts, terminations, signals, exits, endings);
    }

    public Tally plusSampleError() {
        return new Tally(
                starts, samples, sampleErrors + 1, restarts, terminations, signals, exits, endings);
    }

    public Tally plus(StopCause cause) {
        var more = terminations.plus(Reason.of(cause), 1);
        return new Tally(starts, samples, sampleErrors, restarts, more, signals, exits, endings);
    }

    public Tally plus(Signal signal, int times) {
        var more = signals.plus(Sent.of(signal), times);
        return new Tally(
                starts, samples, sampleErrors, restarts, terminations, more, exits, endings);
    }

    public Tally plus(ExitStatus exit) {
        var more = exits.plus(Outcome.of(exit), 1);
        return new Tally(
                starts, samples, sampleErrors, restarts, terminations, signals, more, endings);
    }

    /// How long it took to end a tree is known once it has been.
    public Tally plus(Event.Happening what) {
        return what instanceof Event.Ended(Ending.Stopped(_, _, _, var took))
                ? new Tally(
                        starts,
                        samples,
                        sampleErrors,
                        restarts,
                        terminations,
                        signals,
                        exits,
                        endings.plus(took))
                : this;
    }
}
