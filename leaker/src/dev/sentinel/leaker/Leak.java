package dev.sentinel.leaker;

import java.util.concurrent.TimeUnit;

/** Makes a {@link Hoard} follow a {@link Curve} and reports what it holds, for ever. */
final class Leak implements Runnable {
    private static final long REPORT_NANOS = 500_000_000;

    private final Curve curve;
    private final Hoard hoard;
    private final boolean quiet;

    private long reportedBytes;
    private long reportedSlot = -1;

    /**
     * @param quiet whether to keep the progress lines back, for a standard output used otherwise
     */
    Leak(Curve curve, Hoard hoard, boolean quiet) {
        this.curve = curve;
        this.hoard = hoard;
        this.quiet = quiet;
    }

    @Override
    public void run() {
        try {
            leak();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void leak() throws InterruptedException {
        try {
            follow();
        } catch (NoMoreMemory end) {
            say("no more memory to take, holding ");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Looks at the curve at whole multiples of its tick, leaving out those already gone by. */
    private void follow() throws NoMoreMemory, InterruptedException {
        long tick = curve.tickNanos();
        long start = System.nanoTime();
        for (long moment = 0; ; moment = ((System.nanoTime() - start) / tick + 1) * tick) {
            TimeUnit.NANOSECONDS.sleep(start + moment - System.nanoTime());
            hoard.hold(curve.bytesAt(moment));
            report(moment);
        }
    }

    private void report(long moment) {
        long slot = moment / REPORT_NANOS;
        if (slot != reportedSlot && hoard.held() != reportedBytes) {
            reportedSlot = slot;
            reportedBytes = hoard.held();
            say("holding ");
        }
    }

    private void say(String words) {
        if (!quiet) {
            System.out.println("leaker: " + words + ByteSize.format(hoard.held()));
        }
    }
}
