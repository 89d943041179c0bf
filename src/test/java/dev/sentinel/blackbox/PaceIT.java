package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks come in time, whatever else Sentinel is asked to do.
class PaceIT {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 30;
    private static final int SCRAPES_A_SECOND = 4;
    private static final int REQUESTS_A_SECOND = 20;

    /// A thousand lines a second, each of them longer than the screen is wide.
    private static final String TALKATIVE =
            "import time\\nwhile True:\\n print((str(time.time()) * 20 + chr(10)) * 10, flush=True)"
                    + "\\n time.sleep(0.01)";

    private static final Pattern ADDRESS = Pattern.compile("metrics (http://\\S+/metrics)");

    @TempDir Path directory;

    /// The dashboard is drawn and the command writes, there are scrapes and requests.
    @Test
    void looks_come_in_time_while_there_is_much_to_do() throws Exception {
        Needs.tools("tmux", "nc", "curl");
        Path socket = directory.resolve("socket");
        String options =
                "--tui --metrics 0 --socket %s --interval %dms --name talker"
                        .formatted(socket, INTERVAL.toMillis());
        try (Terminal terminal = Terminal.open(110, 34)) {
            terminal.type(
                    "exec %s %s %s -c \"exec('%s')\""
                            .formatted(Guard.BINARY, options, Herd.PYTHON, TALKATIVE));
            String screen = terminal.await("an address", text -> ADDRESS.matcher(text).find());
            Matcher address = ADDRESS.matcher(screen);
            assertTrue(address.find());
            // Everything has a first time, which takes longer.
            beBusy(address.group(1), socket, WARM_UP_SECONDS);
            String before = scrape(address.group(1));
            beBusy(address.group(1), socket, SECONDS);
            String after = scrape(address.group(1));

            double all = more(before, after, "_count");
            assertTrue(all > 0.8 * SECONDS * 1000 / INTERVAL.toMillis(), after);
            // From one look to the next it is never more than twice the interval.
            assertEquals(all, more(before, after, "_bucket{le=\"0.1\",}"), before + after);
        }
    }

    private static double more(String before, String after, String series) {
        return value(after, series) - value(before, series);
    }

    private static void beBusy(String metrics, Path socket, int seconds) throws Exception {
        try (ScheduledExecutorService clients = Executors.newScheduledThreadPool(4)) {
            var scrapes = new Semaphore(0);
            var requests = new Semaphore(0);
            List<ScheduledFuture<?>> work = new ArrayList<>();
            work.add(
                    clients.scheduleAtFixedRate(
                            () -> once(() -> scrape(metrics), "sentinel_target_up", scrapes),
                            0,
                            1000 / SCRAPES_A_SECOND,
                            TimeUnit.MILLISECONDS));
            work.add(
                    clients.scheduleAtFixedRate(
                            () -> once(() -> status(socket), "talker RUNNING ", requests),
                            0,
                            1000 / REQUESTS_A_SECOND,
                            TimeUnit.MILLISECONDS));
            boolean done =
                    scrapes.tryAcquire(seconds * SCRAPES_A_SECOND, 3L * seconds, TimeUnit.SECONDS)
                            && requests.tryAcquire(
                                    seconds * REQUESTS_A_SECOND, seconds, TimeUnit.SECONDS);
            work.forEach(task -> task.cancel(false));
            assertTrue(done, "scrapes and requests are answered");
        }
    }

    /// An answer that is not what it should be is not counted, and then there are too few.
    private static void once(Callable<String> question, String part, Semaphore answered) {
        try {
            if (question.call().contains(part)) {
                answered.release();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String scrape(String address) throws Exception {
        return Program.output("curl", "-sf", address);
    }

    private static String status(Path socket) throws Exception {
        return Program.output("sh", "-c", "echo status | nc -U " + socket);
    }

    private static double value(String page, String series) {
        String name = "sentinel_tick_lateness_seconds" + series + " ";
        return page.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
    }
}
