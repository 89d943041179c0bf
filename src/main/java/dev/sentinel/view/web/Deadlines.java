package dev.sentinel.view.web;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Cuts off clients that take too long: closing a socket ends every wait for it, whatever it is
/// for. The thread wakes up for nobody when all keep their times, which is nearly always.
final class Deadlines implements AutoCloseable {

    /// Something that is over before its deadline once it is closed.
    interface Deadline extends AutoCloseable {
        @Override
        void close();
    }

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("web-deadline").factory());

    Deadlines() {
        executor.setRemoveOnCancelPolicy(true);
    }

    /// Begins to count.
    Deadline after(Duration time, Socket socket) {
        Future<?> cut = executor.schedule(() -> shut(socket), time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> cut.cancel(false);
    }

    /// Of the socket itself, not of one with TLS on top, which would first say good-bye.
    static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Gone either way.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
