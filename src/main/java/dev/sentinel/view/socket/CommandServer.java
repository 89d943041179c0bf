package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSelectorProvider;
import org.newsclub.net.unix.AFUNIXSocketChannel;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Serves the control socket: one thread, no call that waits for a client. A client that says
/// nothing, or never reads, costs a buffer and is dropped after a few seconds.
public final class CommandServer implements AutoCloseable {

    /// How often deadlines are looked at, and how soon a finished stop is told.
    private static final Duration CALM = Duration.ofMillis(500);

    private static final Duration SOMEBODY_WAITS = Duration.ofMillis(20);

    private static final Duration AFTER_A_FAILED_ACCEPT = Duration.ofMillis(200);

    /// Whoever is sent away may come again at once.
    private static final Duration WITHOUT_ROOM = Duration.ofMillis(20);

    /// How long the last replies may take at the end.
    private static final Duration FAREWELL = Duration.ofMillis(500);

    /// Who is let in.
    ///
    /// @param owner the user whose commands are taken, beside those of root
    /// @param room how many there may be at a time
    public record Admission(long owner, int room) {}

    private final SocketFile file;
    private final CommandText text;
    private final Supplier<Snapshot> latest;
    private final Supplier<Duration> clock;
    private final Admission admission;
    private final Selector selector;
    private final SelectionKey door;
    private final Thread thread;
    private Duration acceptAgain = Duration.ZERO;
    private volatile boolean closing;

    /// Begins to serve.
    ///
    /// @param clock monotonic
    public CommandServer(
            SocketFile file,
            CommandText text,
            Supplier<Snapshot> latest,
            Supplier<Duration> clock,
            Admission admission)
            throws IOException {
        this.file = file;
        this.text = text;
        this.latest = latest;
        this.clock = clock;
        this.admission = admission;
        this.selector = AFUNIXSelectorProvider.provider().openSelector();
        file.channel().configureBlocking(false);
        this.door = file.channel().register(selector, SelectionKey.OP_ACCEPT);
        this.thread = Thread.ofPlatform().name("socket").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing) {
                round(nextRound());
            }
            farewell();
            selector.close();
            file.close();
        } catch (IOException broken) {
            // Without its selector the door is shut; the guard does not need it.
            closing = true;
        }
    }

    private void round(Duration atMost) throws IOException {
        // In junixsocket a time-out of zero is no time at all; waiting for ever is the other
        // method.
        if (atMost.isZero()) {
            selector.select();
        } else {
            selector.select(atMost.toMillis());
        }
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key.isValid() && key.attachment() == null) {
                accept();
            }
        }
        clients().toList().forEach(this::proceed);
        if (door.interestOps() == 0 && clock.get().compareTo(acceptAgain) >= 0) {
            door.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    private void accept() {
        try {
            @Nullable AFUNIXSocketChannel client = file.channel().accept();
            if (client == null) {
                return;
            }
            if (!mayCommand(client)) {
                client.close();
                return;
            }
            makeRoom();
            client.configureBlocking(false);
            Conversation conversation = new Conversation(client, text::answer, clock.get());
            client.register(selector, conversation.interest(), conversation);
        } catch (IOException | RuntimeException failed) {
            // Most likely no descriptor is left. The one that has been here longest gives way, and
            // for a moment nobody is let in: whoever waits keeps the selector from sleeping.
            dropLongest();
            shutDoor(AFTER_A_FAILED_ACCEPT);
        }
    }

    private void shutDoor(Duration time) {
        acceptAgain = clock.get().plus(time);
        door.interestOps(0);
    }

    /// The kernel tells who is at the other end; -1 means it could not.
    private boolean mayCommand(AFUNIXSocketChannel client) throws IOException {
        long peer = client.getPeerCredentials().getUid();
        return peer == admission.owner() || peer == 0;
    }

    /// When there are too many, the one that has been here longest gives way.
    private void makeRoom() {
        if (clients().count() >= admission.room()) {
            dropLongest();
            shutDoor(WITHOUT_ROOM);
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
            }
        } catch (IOException | RuntimeException brokenClient) {
            drop(key);
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

    /// Without a client there is no deadline to look at; zero means "until something happens".
    private Duration nextRound() {
        if (door.interestOps() == 0) {
            return SOMEBODY_WAITS;
        }
        if (clients().findAny().isEmpty()) {
            return Duration.ZERO;
        }
        return clients().anyMatch(key -> talk(key).waiting()) ? SOMEBODY_WAITS : CALM;
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
