package dev.sentinel.leaker;

import java.util.concurrent.CountDownLatch;

/** What to do when somebody asks this process to end. */
final class Termination {
    private Termination() {}

    /**
     * Lives through SIGTERM from now on, and through SIGINT and SIGHUP as well.
     *
     * <p>The machine runs its shutdown hooks and then ends. This hook never returns, so the machine
     * never ends, while all other threads keep running as if nothing had happened.
     */
    static void ignore() {
        Runtime.getRuntime().addShutdownHook(new Thread(Termination::linger, "ignore-term"));
    }

    private static void linger() {
        System.out.println("leaker: SIGTERM ignored");
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException interruption) {
                // Even that is no reason to end.
            }
        }
    }
}
