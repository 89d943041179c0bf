package dev.sentinel.view.socket;

import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshot;

import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSelectorProvider;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketCredentials;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Serves the control socket: one thread, no call that waits for a client. A client that says
/// nothing, or never reads, costs a buffer and is dropped after a few seconds.
public final class CommandServer implements AutoCloseable {

    /// How often deadlines are looked at, and how soon a finished stop is told.
    private static final Duration CALM = Duration.ofMillis(500);

    private static final Duration SOMEBODY_WAITS = Duration.ofMillis(20);

    /// How soon what happens is told to those who follow it.
    private static final Duration SOMEBODY_FOLLOWS = Duration.ofMillis(100);

    private static final Duration AFTER_A_FAILED_ACCEPT = Duration.ofMillis(200);

    /// Whoever is sent away may come again at once.
    private static final Duration WITHOUT_ROOM = Duration.ofMillis(20);

    /// Bytes of replies on their way, to all clients together.
    private static final long MOST_PENDING = 8 << 20;

    /// How long the last replies may take at the end.
    private static final Duration FAREWELL = Duration.ofMillis(500);

    /// Who is let in.
    ///
    /// @param owner the user whose commands are taken, beside those of root
    /// @param room how many there may be at a time
    public record Admission(long owner, int room) {}

    private final CommandText text;
    private final Supplier<Snapshot> latest;
    private final Supplier<Duration> clock;
    private final Admission admission;
    private final Selector selector;
    private final Thread thread;
    private final Consumer<String> warnings;
    private final Door door;
    private volatile boolean closing;

    /// Begins to serve.
    ///
    /// @param clock monotonic
    /// @param warnings told in a sentence of what ought to be known; must not wait
    public CommandServer(
            SocketFile file,
            CommandText text,
            Supplier<Snapshot> latest,
            Supplier<Duration> clock,
            Admission admission,
            Consumer<String> warnings)
            throws IOException {
        this.text = text;
        this.latest = latest;
        this.clock = clock;
        this.admission = admission;
        this.warnings = warnings;
        this.selector = AFUNIXSelectorProvider.provider().openSelector();
        this.door = new Door(file, selector, warnings);
        this.thread = Thread.ofPlatform().name("socket").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing) {
                round(nextRound());
            }
            farewell();
            selector.close();
            door.close();
        } catch (IOException broken) {
            // Without its selector the door is shut; the guard does not need it.
            closing = true;
        }
    }

    private void round(Duration atMost) throws IOException {
        selector.select(atMost.toMillis());
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key.isValid() && key.attachment() == null) {
                accept();
            }
        }
        clients().toList().forEach(this::proceed);
        door.tend(clock.get());
    }

    private void accept() {
        try {
            @Nullable AFUNIXSocketChannel client = door.accept();
            if (client == null) {
                return;
            }
            Requester.Peer peer = peer(client);
            if (peer.uid() != admission.owner() && peer.uid() != 0) {
                client.close();
                warnings.accept(
                        "a process of uid %d was sent away from the socket; it takes commands of uid %d and of root"
                                .formatted(peer.uid(), admission.owner()));
                return;
            }
            makeRoom();
            client.configureBlocking(false);
            var requester = new Requester("socket", Optional.of(peer));
            Conversation conversation =
                    new Conversation(client, line -> text.answer(line, requester), clock.get());
            client.register(selector, conversation.interest(), conversation);
        } catch (IOException | RuntimeException failed) {
            // Most likely no descriptor is left. The one that has been here longest gives way, and
            // for a moment nobody is let in.
            dropLongest();
            door.shut(clock.get(), AFTER_A_FAILED_ACCEPT);
        }
    }

    /// The kernel tells who is at the other end; -1 means it could not.
    private static Requester.Peer peer(AFUNIXSocketChannel client) throws IOException {
        AFUNIXSocketCredentials told = client.getPeerCredentials();
        return new Requester.Peer(told.getUid(), told.getPid());
    }

    /// When there are too many, the one that has been here longest gives way.
    private void makeRoom() {
        if (clients().count() >= admission.room()) {
            dropLongest();
            door.shut(clock.get(), WITHOUT_ROOM);
        }
    }

    private void dropLongest() {
        clients()
                .min(Comparator.comparing(key -> talk(key).deadline()))
                .ifPresent(CommandServer::drop);
    }

    private Stream<SelectionKey> clients() {
        return selector.keys().stream().filter(key -> key.isValid() && key.attachment() != null);
    }

    private static Conversation talk(SelectionKey client) {
        return (Conversation) client.attachment();
    }

    private void proceed(SelectionKey key) {
        Conversation conversation = talk(key);
        try {
            conversation.proceed(latest.get(), clock.get());
            if (conversation.over()) {
                drop(key);
            } else {
                key.interestOps(conversation.interest());
                boundReplies();
            }
        } catch (IOException | RuntimeException brokenClient) {
            drop(key);
        }
    }

    /// Replies that nobody takes may not use up the guard's memory; whoever has not taken its own
    /// for longest goes without.
    private void boundReplies() {
        while (clients().mapToLong(key -> talk(key).pending()).sum() > MOST_PENDING) {
            clients()
                    .filter(key -> talk(key).pending() > 0)
                    .min(Comparator.comparing(key -> talk(key).deadline()))
                    .ifPresent(CommandServer::drop);
        }
    }

    private static void drop(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException closedAlready) {
            // Gone either way.
        }
    }

    /// Without a client there is no deadline to look at, but the path.
    private Duration nextRound() {
        if (door.isShut() || clients().anyMatch(key -> talk(key).waiting())) {
            return SOMEBODY_WAITS;
        }
        if (clients().findAny().isEmpty()) {
            return Door.PATH_CHECK;
        }
        return clients().anyMatch(key -> talk(key).following()) ? SOMEBODY_FOLLOWS : CALM;
    }

    /// Those who asked for a stop are told of it before the door shuts.
    private void farewell() throws IOException {
        Duration deadline = clock.get().plus(FAREWELL);
        do {
            round(SOMEBODY_WAITS);
        } while (clients().anyMatch(key -> talk(key).writing())
                && clock.get().compareTo(deadline) < 0);
        clients().toList().forEach(CommandServer::drop);
    }

    /// Tells those who wait, then shuts the door and removes the path.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(FAREWELL.multipliedBy(2));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
