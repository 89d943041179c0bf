package dev.sentinel.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/// The auxiliary vector, which the kernel gives every program at its start: pairs of a type and a
/// value, each as wide as a pointer (getauxval(3), /proc/PID/auxv). Reading it costs far less than
/// the first call of a C function.
record Auxv(ByteBuffer pairs) {

    /// AT_PAGESZ in elf.h: bytes of a page.
    static final long PAGE_SIZE = 6;

    /// AT_UID in elf.h: the real user.
    static final long UID = 11;

    /// AT_CLKTCK in elf.h: clock ticks in a second.
    static final long CLOCK_TICKS = 17;

    private static final int PAIR = 2 * Long.BYTES;

    /// Takes the file's content.
    Auxv(byte[] content) {
        this(ByteBuffer.wrap(content).order(ByteOrder.nativeOrder()));
    }

    /// Empty when the kernel did not tell.
    OptionalLong get(long type) {
        for (int at = 0; at + PAIR <= pairs.limit(); at += PAIR) {
            if (pairs.getLong(at) == type) {
                return OptionalLong.of(pairs.getLong(at + Long.BYTES));
            }
        }
        return OptionalLong.empty();
    }
}
