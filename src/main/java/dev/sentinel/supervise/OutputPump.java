package dev.sentinel.supervise;

import dev.sentinel.model.LogReader;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Drains one pipe for as long as it lives, so that the child never waits for a reader. A thread of
/// its own; it ends with the last process that holds the other end.
final class OutputPump {

    private final Thread thread;
    private final OutputTail tail;

    private OutputPump(Thread thread, OutputTail tail) {
        this.thread = thread;
        this.tail = tail;
    }

    static OutputPump start(String name, InputStream pipe, OutputTail tail) {
        Thread thread =
                Thread.ofPlatform().name("output-" + name).daemon().start(() -> drain(pipe, tail));
        return new OutputPump(thread, tail);
    }

    LogReader log() {
        return tail;
    }

    private static void drain(InputStream pipe, OutputTail tail) {
        byte[] chunk = new byte[tail.share().longestLine()];
        LineCutter lines = new LineCutter(tail);
        try (pipe) {
            for (int length = pipe.read(chunk); length >= 0; length = pipe.read(chunk)) {
                lines.append(chunk, length);
            }
        } catch (IOException broken) {
            // A pipe that cannot be read has nothing more to tell; closing it lets the child know.
        }
    }

    /// Waits until everything is read, but not longer than that: a process outside the tree may
    /// hold the pipe open for ever.
    void awaitEnd(Duration atMost) throws InterruptedException {
        thread.join(atMost);
    }
}
