package dev.sentinel.leaker;

import java.util.concurrent.TimeUnit;

/** The planned end of this process: with exit code {@code code}, {@code nanos} from now. */
record Ending(int code, long nanos) {
    void schedule() {
        Thread thread = new Thread(this::await, "ending");
        thread.setDaemon(true);
        thread.start();
    }

    private void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            Runtime.getRuntime().halt(code);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
