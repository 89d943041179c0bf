package dev.sentinel.leaker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Hands out blocks of memory that are bound neither by the heap nor by the limit on direct buffers.
 *
 * <p>Every block is a private mapping of the same small empty file. The first write to a page of a
 * private mapping gives the process a page of its own, which is anonymous memory like any other:
 * resident at once, never written to the file, and gone from the resident set as soon as the
 * mapping is. Heap arrays and direct buffers promise none of that, for the garbage collector and
 * the C library both like to keep what was freed.
 */
final class BlockSource {
    private final FileChannel template;

    private BlockSource(FileChannel template) {
        this.template = template;
    }

    /** Opens the file behind the blocks; it has no name any more when this returns. */
    static BlockSource open() throws IOException {
        Path file = Files.createTempFile("leaker", null);
        try {
            return new BlockSource(
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(file);
        }
    }

    /** A block of which no page is resident yet. */
    Block next() throws NoMoreMemory {
        try {
            return new Block(template.map(MapMode.PRIVATE, 0, Block.SIZE));
        } catch (IOException | OutOfMemoryError refusal) {
            throw new NoMoreMemory(refusal);
        }
    }

    /**
     * Gives every block that is no longer referred to back to the operating system.
     *
     * <p>Only a garbage collection unmaps a buffer. The heap is next to empty, so asking for one
     * takes a few milliseconds.
     */
    static void reclaim() {
        System.gc();
    }
}
