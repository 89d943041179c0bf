package dev.sentinel.view.socket;

import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;

/// A client in memory: what it has sent, what it has got, and how much it takes at a time.
final class FakeChannel implements ByteChannel {

    private final StringBuilder received = new StringBuilder();
    private ByteBuffer sent = ByteBuffer.allocate(0);
    private boolean ended;
    private int room = Integer.MAX_VALUE;
    private boolean open = true;

    /// The client sends this, after what it has sent before.
    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sent = ByteBuffer.allocate(sent.remaining() + bytes.length).put(sent).put(bytes).flip();
    }

    /// The client will send no more.
    void end() {
        ended = true;
    }

    /// The client takes no more than so many bytes at a time.
    void takeAtMost(int bytes) {
        room = bytes;
    }

    String received() {
        return received.toString();
    }

    @Override
    public int read(ByteBuffer target) {
        if (!sent.hasRemaining()) {
            return ended ? -1 : 0;
        }
        int length = Math.min(sent.remaining(), target.remaining());
        target.put(sent.slice(sent.position(), length));
        sent.position(sent.position() + length);
        return length;
    }

    @Override
    public int write(ByteBuffer source) {
        byte[] taken = new byte[Math.min(room, source.remaining())];
        source.get(taken);
        received.append(new String(taken, StandardCharsets.UTF_8));
        return taken.length;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
