package dev.sentinel.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. Everybody else takes what was found last and
/// never waits for more. There is no thread while nobody wants to know.
public final class SlowBeat {

    /// A round that takes long is not made so often: it may have a hundredth of a processor.
    private static final int SHARE = 100;

    /// But nothing that is shown is older.
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final String thread;
    private final Duration interval;
    private final Supplier<Duration> clock;
    private final Consumer<String> complaints;
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();
    private final Pause pause = new Pause();
    private boolean wanted;
    private boolean running;

    /// The first of this thread.
    private CountDownLatch round = new CountDownLatch(1);

    /// Looks at nothing yet.
    ///
    /// @param thread its name
    /// @param interval from the end of one round of looks to the next; longer when a round takes
    ///   long
    /// @param clock any origin will do
    /// @param complaints told of looks that failed; the last good one stays
    public SlowBeat(
            String thread,
            Duration interval,
            Supplier<Duration> clock,
            Consumer<String> complaints) {
        this.thread = thread;
        this.interval = interval;
        this.clock = clock;
        this.complaints = complaints;
    }

    /// One more thing to look at.
    ///
    /// @param what is looked at, for complaints
    /// @param unknown what is answered before the first look
    /// @return the latest, for any thread
    public <T> Supplier<T> watch(String what, T unknown, Supplier<T> look) {
        AtomicReference<T> latest = new AtomicReference<>(unknown);
        looks.add(() -> look(what, look, latest));
        return latest::get;
    }

    /// Somebody wants to know, and will ask again if it goes on wanting. Called by anybody, as
    /// often as they like.
    public synchronized void want() {
        wanted = true;
        if (!running) {
            round = new CountDownLatch(1);
            Thread.ofPlatform().name(thread).daemon().start(this::run);
            running = true;
        }
    }

    /// Waits until what is wanted has been looked at, for somebody who would rather wait than know
    /// nothing, or what was found when last somebody wanted to know. Where looks go on already
    /// their last round will do.
    ///
    /// @param atMost after that they have to do with what there is, for a look may hang; who has
    ///   waited in vain has done so for all others
    public void await(Duration atMost) {
        CountDownLatch awaited = firstRound();
        try {
            if (!awaited.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                awaited.countDown();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CountDownLatch firstRound() {
        return round;
    }

    private void run() {
        try {
            while (isWanted()) {
                Duration begun = clock.get();
                looks.forEach(Runnable::run);
                firstRound().countDown();
                pause.sleep(restAfter(clock.get().minus(begun), interval));
            }
        } catch (InterruptedException ended) {
            giveUp();
            Thread.currentThread().interrupt();
        } catch (Error fault) {
            giveUp();
            throw fault;
        }
    }

    /// Who wants to know next starts another thread.
    private synchronized void giveUp() {
        running = false;
    }

    /// Whether there is to be one more round.
    private synchronized boolean isWanted() {
        running = wanted;
        wanted = false;
        return running;
    }

    static Duration restAfter(Duration round, Duration interval) {
        Duration share = round.multipliedBy(SHARE);
        Duration rest = share.compareTo(LONGEST_REST) < 0 ? share : LONGEST_REST;
        return rest.compareTo(interval) < 0 ? interval : rest;
    }

    /// A look that throws would end the thread without a word.
    private <T> void look(String what, Supplier<T> look, AtomicReference<T> latest) {
        try {
            latest.set(look.get());
        } catch (RuntimeException failed) {
            complaints.accept("cannot measure " + what + ": " + failed);
        }
    }
}
