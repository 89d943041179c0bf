package dev.sentinel.cli;

import dev.sentinel.model.Command;
import dev.sentinel.model.TimeText;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.SceneReply;
import dev.sentinel.view.socket.NotAnswered;
import dev.sentinel.view.terminal.Shown;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A Sentinel at the other end of a socket, as `top` shows it. It is asked again and again on a
/// thread of its own; when it is gone, what it told last stays, until another one answers there.
final class RemoteGuard implements Shown, AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(500);

    /// So many times longer than an answer takes nothing is asked.
    private static final int RESTS = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    /// How long an answer may take before it is said that there is none.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Wishes on their way. A stop may take long, and nobody waits for it with a kill.
    private static final int MOST_WISHES = 4;

    private final Dialogue talk;
    private final Supplier<Duration> clock;
    private final String first;
    private final Semaphore wishes = new Semaphore(MOST_WISHES);
    private final BlockingQueue<String> changes = new ArrayBlockingQueue<>(1);
    private final Thread asking;
    private volatile String selected;
    private volatile Seen last;
    private volatile boolean closing;

    /// What was told last.
    ///
    /// @param at when, on our clock
    /// @param trouble why it is not told again; empty when it is
    private record Seen(Scene scene, Duration at, String trouble) {

        Seen with(String other) {
            return new Seen(scene, at, other);
        }
    }

    /// @param first the target that is selected first; empty for any
    /// @param clock monotonic
    /// @throws NotAnswered when nobody answers now
    RemoteGuard(Dialogue talk, String first, Supplier<Duration> clock) throws NotAnswered {
        this.talk = talk;
        this.clock = clock;
        this.first = first;
        this.selected = first;
        this.last = new Seen(firstScene(), clock.get(), "");
        this.asking = Thread.ofPlatform().name("asking").daemon().start(this::askAgainAndAgain);
    }

    private Scene firstScene() throws NotAnswered {
        try {
            return ask(first, Dialogue.PATIENCE);
        } catch (IllegalArgumentException wrong) {
            throw new AskFailed(
                    ExitCode.REFUSED,
                    "what listens at %s does not tell what a screen shows as a Sentinel of this version does: %s"
                            .formatted(talk.sentinel().path(), wrong.getMessage()));
        }
    }

    private Scene ask(String target, Duration patience) throws NotAnswered {
        return SceneReply.read(talk.sentinel().ask(("json top " + target).strip(), patience));
    }

    private void askAgainAndAgain() {
        try {
            while (!closing) {
                Duration begun = clock.get();
                last = next(last);
                rest(clock.get().minus(begun));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Seen next(Seen before) {
        try {
            return new Seen(scene(before), clock.get(), "");
        } catch (NotAnswered silent) {
            return before.with(
                    silent.why() == NotAnswered.Why.TIMED_OUT ? "does not answer" : "has ended");
        } catch (IllegalArgumentException wrong) {
            return before.with("has given way to something else");
        }
    }

    private Scene scene(Seen before) throws NotAnswered {
        String target = selected;
        if (before.scene().target(target).isPresent()) {
            try {
                return ask(target, PATIENCE);
            } catch (IllegalArgumentException unknown) {
                // Another Sentinel may have come, with other targets.
            }
        }
        return ask("", PATIENCE);
    }

    /// Until it is time to ask again: sooner when something has changed here.
    private void rest(Duration took) throws InterruptedException {
        Duration share = took.multipliedBy(RESTS);
        Duration atLeast = share.compareTo(BEAT) > 0 ? share : BEAT;
        Duration rest = atLeast.compareTo(LONGEST_REST) < 0 ? atLeast : LONGEST_REST;
        var _ = changes.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String first() {
        return first;
    }

    @Override
    public Scene scene(String target) {
        if (!target.equals(selected)) {
            selected = target;
            changes.offer(target);
        }
        return last.scene();
    }

    @Override
    public String remark() {
        Seen seen = last;
        if (seen.trouble().isEmpty()) {
            return "";
        }
        Duration age = clock.get().minus(seen.at());
        return "the Sentinel at %s %s; this is what it told %s ago"
                .formatted(talk.sentinel().path(), seen.trouble(), TimeText.rough(age));
    }

    @Override
    public void wish(Command command, Consumer<String> answer) {
        Optional<String> request = Request.of(command);
        if (request.isEmpty()) {
            answer.accept("that cannot be asked for over a socket: " + command.describe());
        } else if (wishes.tryAcquire()) {
            Thread.ofPlatform()
                    .name("wish")
                    .daemon()
                    .start(() -> {
                        try {
                            answer.accept(told(request.get()));
                        } finally {
                            wishes.release();
                            changes.offer(selected);
                        }
                    });
        } else {
            answer.accept("too many wishes are waiting for an answer; try again");
        }
    }

    private String told(String request) {
        try {
            return talk.sentence(talk.sentinel().ask(request, Dialogue.PATIENCE));
        } catch (NotAnswered silent) {
            return silent.why() == NotAnswered.Why.TIMED_OUT
                    ? "'%s' is not done yet".formatted(request)
                    : silent.sentence();
        }
    }

    /// Asks no more.
    @Override
    public void close() {
        closing = true;
        asking.interrupt();
    }
}
