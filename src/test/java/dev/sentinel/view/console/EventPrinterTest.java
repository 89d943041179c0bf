package dev.sentinel.view.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Event;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.Survivor;
import dev.sentinel.view.console.EventPrinter.Detail;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

class EventPrinterTest {

    private static final Event SURVIVED =
            new Event(
                    1,
                    Snapshots.WALL,
                    "x",
                    new Event.Survived(
                            List.of(new Survivor(4711, "dd"), new Survivor(4712, "c\np"))));

    @Test
    void who_survives_sigkill_is_named_in_one_line() throws InterruptedException {
        assertEquals(
                """
                sentinel: x: 2 processes survive SIGKILL: 4711 (dd), 4712 (c\\x0ap); they are in\
                 uninterruptible sleep or may not be signalled; watching on
                """,
                printed(Detail.NORMAL, printer -> printer.event(SURVIVED)));
        assertEquals("", printed(Detail.QUIET, printer -> printer.event(SURVIVED)));
    }

    @Test
    void a_warning_is_said_once_also_when_another_comes_in_between() throws InterruptedException {
        assertEquals(
                """
                sentinel: warning: one
                sentinel: warning: two
                """,
                printed(Detail.NORMAL, EventPrinterTest::warnOfTwoAgainAndAgain));
    }

    @Test
    void for_programs_every_line_is_an_object() throws InterruptedException {
        assertEquals(
                """
                {"number":1,"at":"2026-01-02T03:04:05Z","target":"x","event":"kill","text":"sending\
                 SIGKILL to what is left after 3.00 s","after_seconds":3.0}
                {"message":"warning: one"}
                """,
                printed(
                        Detail.NORMAL,
                        true,
                        printer -> {
                            printer.event(
                                    new Event(
                                            1,
                                            Snapshots.WALL,
                                            "x",
                                            new Event.Killed(Duration.ofSeconds(3))));
                            printer.warning("one");
                        }));
    }

    private static void warnOfTwoAgainAndAgain(EventPrinter printer) {
        for (int times = 0; times < 100; times++) {
            printer.warning("one");
            printer.warning("two");
        }
    }

    private static String printed(Detail detail, Consumer<EventPrinter> what)
            throws InterruptedException {
        return printed(detail, false, what);
    }

    private static String printed(Detail detail, boolean json, Consumer<EventPrinter> what)
            throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var printer =
                new EventPrinter(
                        detail, json, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        what.accept(printer);
        printer.close(Duration.ofSeconds(10));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
