package dev.sentinel.view.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What goes to the terminal, a frame at one stroke: Lanterna writes every character by itself, and
/// a screen drawn like that is seen half drawn. So all is collected until the flush behind a frame.
///
/// Terminals that know synchronized updates (DEC's private mode 2026) are told where a frame begins
/// and ends and show no part of it; others ignore a mode that they do not know.
final class Frames extends OutputStream {

    /// A larger frame goes out in pieces of this many bytes. A screen of 200 columns and 60 rows,
    /// all new, takes less, and the JDK writes no more at once.
    private static final int LARGEST = 64 * 1024;

    private static final byte[] BEGIN = bytes("\u001b[?2026h");
    private static final byte[] END = bytes("\u001b[?2026l");

    private final OutputStream terminal;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private boolean drawing;
    private boolean inFrame;
    private boolean ended;

    Frames(OutputStream terminal) {
        this.terminal = terminal;
    }

    /// From now on what is flushed is a frame.
    synchronized void begin() {
        drawing = true;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (collected.size() + length > LARGEST) {
            send();
        }
        if (drawing && !inFrame) {
            collected.writeBytes(BEGIN);
            inFrame = true;
        }
        collected.write(bytes, offset, length);
    }

    /// Waits for a terminal that takes nothing.
    @Override
    public synchronized void flush() throws IOException {
        if (inFrame) {
            collected.writeBytes(END);
            inFrame = false;
        }
        send();
    }

    private void send() throws IOException {
        byte[] all = collected.toByteArray();
        collected.reset();
        if (all.length > 0 && !ended) {
            terminal.write(all);
        }
    }

    /// The last that is written. A frame that is not whole yet is not, and nothing that comes
    /// after.
    synchronized void end(String lastWords) throws IOException {
        collected.reset();
        if (!ended) {
            ended = true;
            terminal.write(bytes(lastWords));
        }
    }

    private static byte[] bytes(String sequences) {
        return sequences.getBytes(StandardCharsets.US_ASCII);
    }
}
