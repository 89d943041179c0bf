package dev.sentinel.view.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// The other end of the control socket: asks a running Sentinel. Safe for several threads.
///
/// It speaks through the JDK's own channel, which is loaded sooner than junixsocket. Whoever
/// listens at the path may be anybody: a reply is bounded, and nobody waits for ever.
///
/// @param path where the server listens
public record CommandClient(Path path) {

    /// More than a Sentinel with thousands of targets has to tell.
    private static final int LONGEST_REPLY = 2 << 20;

    /// What is said over a channel; whoever gives up waiting closes it.
    private interface Talk<T> {
        T with(SocketChannel channel) throws IOException;
    }

    /// One question, one reply.
    ///
    /// @param patience how long the reply may take
    /// @return the reply as it came; foreign text
    public String ask(String request, Duration patience) throws NotAnswered {
        return within(
                patience,
                channel -> {
                    InputStream reply = sent(channel, request);
                    ByteArrayOutputStream text = new ByteArrayOutputStream();
                    byte[] piece = new byte[8192];
                    for (int length = read(reply, piece);
                            length >= 0;
                            length = read(reply, piece)) {
                        text.write(piece, 0, length);
                        if (text.size() > LONGEST_REPLY) {
                            throw NotAnswered.notUnderstood(
                                    path, "it says more than any Sentinel does");
                        }
                    }
                    if (text.size() == 0) {
                        throw NotAnswered.sentAway(path);
                    }
                    return text.toString(StandardCharsets.UTF_8);
                });
    }

    /// One question whose reply goes on; returns when there is no more to come, or when the thread
    /// is interrupted.
    ///
    /// @param patience how long it may take until somebody takes the question
    /// @param reader takes each line as it comes, and says whether it wants more
    public void follow(String request, Duration patience, Predicate<String> reader)
            throws NotAnswered {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Lines lines = new Lines(within(patience, channel, _ -> sent(channel, request)));
            var line = lines.next();
            while (line.isPresent() && reader.test(line.get())) {
                line = lines.next();
            }
        } catch (ClosedByInterruptException enough) {
            // Nobody wants to know any more.
        } catch (IOException broken) {
            throw NotAnswered.because(path, broken);
        }
    }

    private <T> T within(Duration patience, Talk<T> talk) throws NotAnswered {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return within(patience, channel, talk);
        } catch (IOException failed) {
            throw NotAnswered.because(path, failed);
        }
    }

    /// On a thread of its own, for connecting waits as well when a server has stopped to accept.
    private <T> T within(Duration patience, SocketChannel channel, Talk<T> talk)
            throws IOException {
        Callable<T> work = () -> talk.with(channel);
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().name("question").daemon().start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            channel.close();
            throw NotAnswered.timedOut(path, patience);
        } catch (InterruptedException hurried) {
            throw new ClosedByInterruptException();
        } catch (ExecutionException failed) {
            throw NotAnswered.because(path, Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /// A server that closes without having read the question resets the connection (unix(7)); that
    /// is an end as well.
    static int read(InputStream stream, byte[] piece) throws IOException {
        try {
            return stream.read(piece);
        } catch (SocketException reset) {
            return -1;
        }
    }

    private InputStream sent(SocketChannel channel, String request) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
        ByteBuffer line = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException closed) {
            throw NotAnswered.sentAway(path);
        }
        return Channels.newInputStream(channel);
    }
}
