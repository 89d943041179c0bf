package dev.sentinel.leaker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** So many bytes of lines, poured into standard output as fast as the reader takes them. */
record Flood(long bytes) {
    /** More than any reader will live to see. */
    static final Flood ENDLESS = new Flood(Long.MAX_VALUE);

    private static final String LINE =
            "leaker: line %04d of a flood that is of no use to anybody at all\n";
    private static final int LINES_PER_BUCKET = 1024;

    /**
     * Blocks until everything is written.
     *
     * @throws IOException when nobody reads standard output any more
     */
    void run() throws IOException {
        byte[] bucket = bucket();
        // Not closed: standard output belongs to the whole program.
        FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
        for (long remaining = bytes; remaining > 0; remaining -= bucket.length) {
            standardOutput.write(bucket, 0, (int) Math.min(remaining, bucket.length));
        }
    }

    /** 64 KiB, the size of a pipe: numbered lines of 64 bytes each, line end included. */
    private static byte[] bucket() {
        return IntStream.rangeClosed(1, LINES_PER_BUCKET)
                .mapToObj(LINE::formatted)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }
}
