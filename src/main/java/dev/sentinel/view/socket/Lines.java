package dev.sentinel.view.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines from a stranger: one that does not end is cut, so that it takes no memory without end.
final class Lines {

    /// More than a line of output can be, though every byte of its 64 KiB is made visible.
    private static final int LONGEST = 512 << 10;

    private final InputStream stream;
    private final byte[] piece = new byte[8192];
    private int at;
    private int end;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /// The next line without its end, as soon as it is there; empty when there are no more.
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int newline = at;
            while (newline < end && piece[newline] != '\n') {
                newline++;
            }
            line.write(piece, at, newline - at);
            boolean complete = newline < end;
            at = complete ? newline + 1 : end;
            if (complete || line.size() >= LONGEST) {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8)).filter(rest -> !rest.isEmpty());
    }

    /// Whether there is anything to take from.
    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, CommandClient.read(stream, piece));
        }
        return at < end;
    }
}
