package dev.sentinel.blackbox;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// Somebody at the control socket who may behave badly.
record SocketClient(SocketChannel channel) implements AutoCloseable {

    static SocketClient at(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new SocketClient(channel);
    }

    /// Says that, whatever it is, and no more than the server wants to hear.
    SocketClient say(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        return this;
    }

    SocketClient say(String line) throws IOException {
        return say((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// All that comes until the server closes.
    String hear() throws IOException {
        var bytes = Channels.newInputStream(channel).readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Whether the server has closed: then nothing more can be said.
    boolean isDropped() {
        try {
            say(new byte[1]);
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /// How long a question takes to be answered.
    static Duration timeOf(Path socket, String question) throws IOException {
        long before = System.nanoTime();
        try (SocketClient client = at(socket)) {
            var _ = client.say(question).hear();
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
