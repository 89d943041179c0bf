package dev.sentinel.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A bounded hand-over between threads. When it is full it refuses, and the sender is told at once.
final class Mailbox<T> {

    private final BlockingQueue<T> queue;

    Mailbox(int capacity) {
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /// False when it is full.
    boolean offer(T item) {
        return queue.offer(item);
    }

    /// Everything that has come, oldest first. Never waits.
    List<T> take() {
        if (queue.isEmpty()) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        queue.drainTo(items);
        return items;
    }
}
