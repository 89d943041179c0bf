package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The HTTP server as those meet it who mean well, and those who do not.
class HttpIT {

    private static Guard guard;
    private static String url;

    @BeforeAll
    static void open() throws Exception {
        Needs.tools("curl", "nc");
        guard = Guard.start("--name", "napper", "sleep", "300").awaitRunning();
        url = guard.url();
    }

    @AfterAll
    static void close() throws Exception {
        guard.close();
    }

    private static String curl(String... words) throws Exception {
        return Program.output(Guard.words(List.of("curl", "-sg", "-m", "15"), words));
    }

    @Test
    void it_is_ready_once_it_looks() throws Exception {
        assertEquals("ok\n", curl(url + "/-/healthy"));
        assertEquals("ready\n", curl(url + "/-/ready"));
    }

    @Test
    void programs_get_status_and_history() throws Exception {
        assertEquals(
                "napper",
                JsonParser.object()
                        .from(curl(url + "/api/status"))
                        .getArray("targets")
                        .getObject(0)
                        .getString("name"));
        JsonArray points =
                JsonParser.object()
                        .from(curl(url + "/api/history"))
                        .getArray("targets")
                        .getObject(0)
                        .getArray("points");
        assertTrue(points.getArray(0).getLong(1) > 0, points.toString());
    }

    @Test
    void metrics_are_compressed_and_chosen_on_demand() throws Exception {
        String head = curl("-I", "-H", "Accept-Encoding: gzip", url + "/metrics");
        assertTrue(head.contains("Content-Encoding: gzip\r\n"), head);
        assertTrue(curl("--compressed", url + "/metrics").contains("sentinel_target_up"), head);
        String chosen = curl(url + "/metrics?name[]=sentinel_target_up&name[]=sentinel_build");
        List<String> families =
                chosen.lines()
                        .filter(line -> line.startsWith("# TYPE"))
                        .map(line -> line.replaceAll("# TYPE | \\w+$", ""))
                        .toList();
        assertEquals(List.of("sentinel_target_up", "sentinel_build_info"), families);
    }

    @Test
    void a_name_that_a_stranger_gave_this_machine_is_not_answered() throws Exception {
        String refused = curl("-i", "-H", "Host: evil.example:8000", url + "/api/status");
        assertTrue(refused.startsWith("HTTP/1.1 421 "), refused);
        assertFalse(refused.contains("napper"), refused);
    }

    @Test
    void half_requests_keep_nobody_waiting_and_are_cut() throws Exception {
        int threads = Crowd.threadsOf(guard);
        try (Crowd one = Crowd.of(1, url, "GET /metr")) {
            assertQuick();
            try (Crowd many = Crowd.of(100, url, "GET /metr")) {
                assertQuick();
                assertTrue(Crowd.threadsOf(guard) <= threads + 10, "too many threads");
                one.awaitEnd(Duration.ofSeconds(6));
                many.awaitEnd(Duration.ofSeconds(6));
            }
        }
    }

    private static void assertQuick() throws Exception {
        Duration quickest = Crowd.quickest(url + "/metrics");
        assertTrue(quickest.toMillis() <= 500, "scraped after " + quickest);
    }

    @Test
    void more_silent_clients_than_there_is_room_for_keep_nobody_out() throws Exception {
        try (Crowd _ = Crowd.of(400, url, "")) {
            assertTrue(guard.scrape().contains("sentinel_target_up"));
        }
    }

    @Test
    void requests_without_measure_are_refused_and_cost_nothing() throws Exception {
        guard.scrape();
        long before = Crowd.residentKilobytes(guard);
        String large = "head -c %d /dev/zero | tr '\\0' a";
        List<String> refused =
                List.of(
                        curl("-i", "--path-as-is", url + "/../../etc/passwd"),
                        curl("-i", "-X", "BREW", url + "/metrics"),
                        curl("-i", "-X", "A".repeat(5000), url + "/metrics"),
                        sent(
                                "printf 'GET / HTTP/1.1\\r\\nHost: x\\r\\nA: '; "
                                        + large.formatted(1 << 20)),
                        sent(
                                "printf 'GET / HTTP/1.1\\r\\nHost: localhost\\r\\n'; yes 'A: b' | head -10000; echo"),
                        sent(
                                "printf 'POST /metrics HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 104857600\\r\\n\\r\\n'; "
                                        + large.formatted(100 << 20)));
        for (String answer : refused) {
            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 4\\d\\d .*"), answer);
            assertFalse(answer.contains("\tat "), answer);
        }
        assertTrue(refused.get(1).contains(" 405 "), refused.get(1));
        long grown = Crowd.residentKilobytes(guard) - before;
        assertTrue(grown < 10 << 10, "grown by KiB " + grown);
        assertFalse(guard.program().err().contains("\tat "), guard.program().err());
    }

    /// What comes back when a script's output is sent; nothing when the connection is just closed.
    private static String sent(String script) throws Exception {
        URI place = URI.create(url);
        Program.Result result =
                Program.shell(
                        Duration.ofSeconds(20),
                        java.util.Map.of(),
                        "( %s ) 2>/dev/null | timeout 15 nc -N %s %s"
                                .formatted(script, place.getHost(), place.getPort()));
        return result.out();
    }
}
