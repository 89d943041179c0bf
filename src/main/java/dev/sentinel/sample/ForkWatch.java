package dev.sentinel.sample;

import dev.sentinel.linux.HeldFile;
import dev.sentinel.linux.Proc;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Tells without a list of processes whether there can be a new one. The last number in
/// /proc/loadavg is the pid that was given out last (proc_loadavg(5)); as long as it stays, nobody
/// was born.
final class ForkWatch {

    private static final int LONGEST = 256;
    private static final int UNKNOWN = -1;

    private final Proc proc;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LONGEST);
    private @Nullable HeldFile loadavg;
    private boolean blind;
    private long lastPid = UNKNOWN;

    ForkWatch(Proc proc) {
        this.proc = proc;
    }

    /// Whether a process may have been created since this was asked last.
    boolean mayHaveForked() {
        long now = read();
        boolean same = now != UNKNOWN && now == lastPid;
        lastPid = now;
        return !same;
    }

    private long read() {
        if (blind) {
            return UNKNOWN;
        }
        try {
            HeldFile file = loadavg == null ? open() : loadavg;
            return file != null && file.read(text) ? lastNumber() : UNKNOWN;
        } catch (IOException unreadable) {
            blind = true;
            return UNKNOWN;
        }
    }

    /// In some containers a program answers in the kernel's place, seconds late; its file lies on
    /// another file system than the rest of /proc.
    private @Nullable HeldFile open() throws IOException {
        blind = !proc.isKernels("loadavg");
        loadavg = blind ? null : proc.hold("loadavg");
        return loadavg;
    }

    private long lastNumber() {
        long number = UNKNOWN;
        while (text.hasRemaining()) {
            byte letter = text.get();
            if (letter >= '0' && letter <= '9') {
                number = Math.max(0, number) * 10 + (letter - '0');
            } else if (letter != '\n') {
                number = UNKNOWN;
            }
        }
        return number;
    }
}
