package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// What a day of looks, scrapes and requests leaves behind, gone through in half a minute.
class LongLifeIT {

    private static final int LOOKS = 60_000;
    private static final int SCRAPES = 6_000;
    private static final int REQUESTS = 6_000;

    /// After so much of each the first time has come for everything.
    private static final int WARM_UP = 3_000;

    private static final long MOST_GROWTH = 10L << 20;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    /// What it has of the system.
    ///
    /// @param own bytes that nobody else has
    private record Holdings(long own, long descriptors, long threads) {

        static Holdings of(Guard guard) throws IOException {
            Path process = Path.of("/proc/%d".formatted(guard.program().pid()));
            return new Holdings(
                    Memory.anonymous(guard.program().pid()),
                    entries(process.resolve("fd")),
                    entries(process.resolve("task")));
        }

        private static long entries(Path directory) throws IOException {
            try (Stream<Path> all = Files.list(directory)) {
                return all.count();
            }
        }
    }

    @Test
    void a_long_life_leaves_nothing_behind() throws Exception {
        Needs.tools("nc", "curl");
        try (Guard guard =
                        Guard.start("--copies", "10", "--interval", "5ms", "sleep", "1000")
                                .awaitRunning();
                HttpClient client = HttpClient.newHttpClient()) {
            work(guard, client, WARM_UP, WARM_UP);
            Holdings before = Holdings.of(guard);

            work(guard, client, SCRAPES, REQUESTS);
            Eventually.get(
                    LONG_ENOUGH,
                    "looks",
                    () -> guard.metric("sentinel_samples_total"),
                    looks -> looks >= LOOKS);
            Holdings after =
                    Eventually.get(
                            Guard.SOON,
                            "no more descriptors than " + before,
                            () -> Holdings.of(guard),
                            // Then somebody may still have been on the way out.
                            now -> now.descriptors() <= before.descriptors());

            assertTrue(after.own() - before.own() < MOST_GROWTH, before + " → " + after);
            assertTrue(after.threads() - before.threads() <= 1, before + " → " + after);
            assertEquals(0, guard.metric("sentinel_sample_errors_total"));
        }
    }

    /// Both at a time, each as fast as it is answered.
    private static void work(Guard guard, HttpClient client, int scrapes, int requests)
            throws Exception {
        URI metrics = URI.create(guard.url() + "/metrics");
        try (var both = Executors.newFixedThreadPool(2)) {
            Future<?> scraping =
                    both.submit(() -> {
                        for (int scrape = 0; scrape < scrapes; scrape++) {
                            var request = HttpRequest.newBuilder(metrics).build();
                            var page = client.send(request, BodyHandlers.ofString());
                            assertEquals(200, page.statusCode());
                        }
                        return null;
                    });
            for (int request = 0; request < requests; request++) {
                String reply = ask(guard.socket());
                assertTrue(reply.startsWith("sleep-1 RUNNING "), reply);
            }
            scraping.get();
        }
    }

    private static String ask(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("status\n".getBytes(StandardCharsets.US_ASCII)));
            channel.shutdownOutput();
            byte[] reply = Channels.newInputStream(channel).readAllBytes();
            return new String(reply, StandardCharsets.UTF_8);
        }
    }
}
