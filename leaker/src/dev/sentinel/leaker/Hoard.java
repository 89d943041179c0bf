package dev.sentinel.leaker;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** All the memory held on purpose: grows to the page, shrinks by whole blocks. */
final class Hoard {
    private final BlockSource source;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private long held;

    private Hoard(BlockSource source) {
        this.source = source;
    }

    /** An empty hoard. */
    static Hoard open() throws IOException {
        return new Hoard(BlockSource.open());
    }

    /** The bytes held, every page of which is resident. */
    long held() {
        return held;
    }

    /**
     * Grows or shrinks to {@code bytes}; a shrunken hoard may keep up to a block more.
     *
     * @throws NoMoreMemory when growing came to an end early; what is held then stays held
     */
    void hold(long bytes) throws NoMoreMemory {
        if (bytes < held) {
            shrink(bytes);
        } else {
            grow(bytes);
        }
    }

    private void grow(long bytes) throws NoMoreMemory {
        while (bytes - held >= Block.PAGE) {
            if (blocks.isEmpty() || blocks.getLast().isFull()) {
                blocks.addLast(source.next());
            }
            held += blocks.getLast().touch(bytes - held);
        }
    }

    private void shrink(long bytes) {
        boolean freed = false;
        while (!blocks.isEmpty() && held - blocks.getLast().held() >= bytes) {
            held -= blocks.removeLast().held();
            freed = true;
        }
        if (freed) {
            BlockSource.reclaim();
        }
    }
}
