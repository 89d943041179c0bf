package dev.sentinel.leaker;

import java.nio.MappedByteBuffer;

/** A stretch of address space that becomes resident memory page by page as it is touched. */
final class Block {
    /** Bytes in a block. */
    static final int SIZE = 1 << 20;

    /** Bytes made resident by one touch, at the least; larger pages only make some touches idle. */
    static final int PAGE = 4096;

    private final MappedByteBuffer memory;
    private int held;

    Block(MappedByteBuffer memory) {
        this.memory = memory;
    }

    int held() {
        return held;
    }

    boolean isFull() {
        return held == SIZE;
    }

    /** Touches as many more whole pages as fit in {@code bytes}; returns the bytes gained. */
    long touch(long bytes) {
        int before = held;
        long goal = Math.min(SIZE, held + bytes);
        for (; goal - held >= PAGE; held += PAGE) {
            memory.put(held, (byte) 1);
        }
        return held - before;
    }
}
