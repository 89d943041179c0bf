package dev.sentinel.leaker;

import java.util.Optional;

/** Collects the options that shape the leak and settles which {@link Curve} they mean together. */
final class CurveChoice {
    private static final long DEFAULT_STEP = 10L << 20;
    private static final long DEFAULT_STEP_NANOS = 500_000_000L;
    private static final long DEFAULT_PEAK = 200L << 20;
    private static final long DEFAULT_PERIOD_NANOS = 20_000_000_000L;

    private Optional<Long> step = Optional.empty();
    private Optional<Long> everyNanos = Optional.empty();
    private Optional<Long> bytesPerSecond = Optional.empty();
    private Optional<Long> until = Optional.empty();
    private boolean saw;
    private boolean wave;
    private boolean none;

    void step(long bytes) {
        step = Optional.of(bytes);
    }

    void every(long nanos) {
        everyNanos = Optional.of(nanos);
    }

    void rate(long bytes) {
        bytesPerSecond = Optional.of(bytes);
    }

    void until(long bytes) {
        until = Optional.of(bytes);
    }

    void saw() {
        saw = true;
    }

    void wave() {
        wave = true;
    }

    void none() {
        none = true;
    }

    /** The curve to follow, or empty to hold nothing. */
    Optional<Curve> resolve() throws UsageException {
        boolean rate = bytesPerSecond.isPresent();
        boolean every = everyNanos.isPresent();
        refuse(none && (step.isPresent() || every || rate), "--no-leak leaves nothing to pace");
        refuse(none && (until.isPresent() || saw || wave), "--no-leak leaves nothing to shape");
        refuse(saw && wave, "--saw and --wave exclude each other");
        refuse(wave && (step.isPresent() || rate), "--wave is paced by --every and --until only");
        refuse(rate && (step.isPresent() || every), "--rate replaces --step and --every");
        return none ? Optional.empty() : Optional.of(wave ? swell() : bounded(growth()));
    }

    private Curve swell() {
        return new Wave(until.orElse(DEFAULT_PEAK), everyNanos.orElse(DEFAULT_PERIOD_NANOS));
    }

    private Growth growth() {
        return bytesPerSecond.isPresent()
                ? new Ramp(bytesPerSecond.get())
                : new Staircase(step.orElse(DEFAULT_STEP), everyNanos.orElse(DEFAULT_STEP_NANOS));
    }

    private Curve bounded(Growth growth) {
        if (saw) {
            return new Sawtooth(growth, until.orElse(DEFAULT_PEAK));
        }
        return until.isPresent() ? new Plateau(growth, until.get()) : growth;
    }

    private static void refuse(boolean clash, String sentence) throws UsageException {
        if (clash) {
            throw new UsageException(sentence);
        }
    }
}
