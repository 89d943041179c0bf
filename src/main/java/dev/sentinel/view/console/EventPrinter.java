package dev.sentinel.view.console;

import dev.sentinel.model.Event;
import dev.sentinel.view.EventJson;
import dev.sentinel.view.MessageJson;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes one line an event to a stream, on a thread of its own: a terminal that has been stopped
/// with Ctrl-S must not delay the loop. When it cannot keep up, lines are dropped.
public final class EventPrinter {

    /// What is written.
    public enum Detail {
        /// Nothing.
        QUIET,
        /// What Sentinel does to the target, and what does not work.
        NORMAL,
        /// Everything.
        VERBOSE
    }

    private static final int QUEUE = 256;

    /// So many different warnings are remembered: a tree of processes that may not be signalled has
    /// one for each, again and again.
    private static final int WARNINGS = 256;

    /// How long the thread waits for the next line before it ends.
    private static final Duration IDLE = Duration.ofSeconds(1);

    /// A line to write and, behind the last one, whom to tell that all have been written.
    private record Line(PrintStream stream, String text, Optional<CountDownLatch> written) {}

    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(QUEUE);
    private final Detail detail;
    private final boolean json;
    private final PrintStream stream;
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean started;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /// Keeps lines back until it is started: while a dashboard has the terminal nothing may be
    /// written to it.
    ///
    /// @param json whether a program reads it, so that every line is an object
    public EventPrinter(Detail detail, boolean json, PrintStream stream) {
        this.detail = detail;
        this.json = json;
        this.stream = stream;
    }

    /// Begins to write.
    public void start() {
        started = true;
        writeWhatIsThere();
    }

    private void writeWhatIsThere() {
        if (started && !lines.isEmpty() && writing.compareAndSet(false, true)) {
            Thread.ofPlatform().name("console").daemon().start(this::run);
        }
    }

    /// Takes an event. For programs every one is told. For people left out is what the next one
    /// tells as well: a breach, and the ending, for which there is the reason line.
    public void event(Event event) {
        if (json) {
            if (detail != Detail.QUIET) {
                print(stream, EventJson.of(event));
            }
            return;
        }
        switch (event.what()) {
            case Event.SoftLimit _,
                    Event.Asked _,
                    Event.Killed _,
                    Event.Survived _,
                    Event.Restarted _,
                    Event.LimitChanged _ ->
                    enqueue(event, Detail.NORMAL);
            case Event.Started _, Event.Signalled _, Event.Client _ ->
                    enqueue(event, Detail.VERBOSE);
            case Event.Exited(_, var alone) -> {
                if (!alone) {
                    enqueue(event, Detail.VERBOSE);
                }
            }
            case Event.Breach _, Event.Ended _ -> {}
        }
    }

    private void enqueue(Event event, Detail from) {
        if (detail.compareTo(from) >= 0) {
            enqueue("%s: %s".formatted(event.target(), Sentences.of(event.what())), from);
        }
    }

    /// Something that does not work as asked, in a sentence; said once, however often it happens
    /// and whatever else happens in between, unless that is very much.
    public void warning(String sentence) {
        once("warning: " + sentence);
    }

    /// Something that works in another way than it could; said once as well.
    public void notice(String sentence) {
        once(sentence);
    }

    private void once(String sentence) {
        if (warned.size() >= WARNINGS) {
            warned.clear();
        }
        if (warned.add(sentence)) {
            enqueue(sentence, Detail.NORMAL);
        }
    }

    /// Something good to know.
    public void remark(String sentence) {
        enqueue(sentence, Detail.VERBOSE);
    }

    private void enqueue(String line, Detail from) {
        if (detail.compareTo(from) >= 0) {
            print(stream, json ? MessageJson.of(line) : "sentinel: " + Printable.text(line));
        }
    }

    /// Writes a line to any stream, in its turn, whatever the detail.
    public void print(PrintStream to, String line) {
        var _ = lines.offer(new Line(to, line, Optional.empty()));
        writeWhatIsThere();
    }

    private void run() {
        try {
            for (Line line = next(); line != null; line = next()) {
                if (line.written().isPresent()) {
                    line.written().get().countDown();
                } else {
                    line.stream().println(line.text());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            writing.set(false);
            // One that came too late for this thread.
            writeWhatIsThere();
        }
    }

    /// Null when none comes for a while.
    private @Nullable Line next() throws InterruptedException {
        return lines.poll(IDLE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Writes what has come, but does not wait for a stuck stream longer than that.
    public void close(Duration atMost) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        Line end = new Line(stream, "", Optional.of(written));
        if (lines.offer(end, atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            start();
            var _ = written.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
