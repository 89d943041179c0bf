package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// With hashes of the least cost, as htpasswd and others make them.
class UsersTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /// "secret"; the three versions differ in their names alone.
    private static final String REST = "$04$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW";

    private final Users users =
            new Users(
                    Map.of("anna", "$2y" + REST, "Jörg", "$2b" + REST, "old", "$2a" + REST),
                    () -> Duration.ZERO);

    @AfterEach
    void close() {
        users.close();
    }

    private static String basic(String pair) {
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "anna:secret,   RIGHT",
        "Jörg:secret,   RIGHT",
        "old:secret,    RIGHT",
        "anna:Secret,   WRONG",
        "anna:,         WRONG",
        "anna,          WRONG",
        ":secret,       WRONG",
        "nobody:secret, WRONG",
        "ANNA:secret,   WRONG",
    })
    void name_and_password_have_to_be_right(String pair, Users.Check expected) {
        assertEquals(expected, users.check(basic(pair), HERE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic !!!", "Bearer YW5uYTpzZWNyZXQ=", "YW5uYTpzZWNyZXQ="})
    void whatever_else_is_said_is_wrong(String authorization) {
        assertEquals(Users.Check.WRONG, users.check(authorization, HERE));
    }

    @Test
    void the_scheme_may_be_written_small() {
        String small = basic("anna:secret").replace("Basic", "basic");
        assertEquals(Users.Check.RIGHT, users.check(small, HERE));
    }

    @Test
    void a_very_long_password_is_wrong_like_others() {
        assertEquals(Users.Check.WRONG, users.check(basic("anna:" + "x".repeat(5000)), HERE));
    }

    /// The thread that checks is kept busy by a clock that stands, so whoever comes has to wait.
    @Test
    void few_may_wait_and_fewer_from_one_address() throws Exception {
        var busy = new CountDownLatch(1);
        var slow =
                new Users(
                        Map.of("anna", "$2y" + REST),
                        () -> {
                            try {
                                busy.await();
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                            return Duration.ZERO;
                        });
        List<Future<Users.Check>> checks = new ArrayList<>();
        try (slow;
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int host = 1; host <= 3; host++) {
                InetAddress from = InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) host});
                for (int client = 0; client < 9; client++) {
                    checks.add(crowd.submit(() -> slow.check(basic("anna:secret"), from)));
                }
            }
            // Eight of each address at the most, one at work and sixteen waiting of all.
            while (checks.stream().filter(Future::isDone).count() < 10) {
                Thread.onSpinWait();
            }
            busy.countDown();
        }
        assertEquals(17, count(checks, Users.Check.RIGHT));
        assertEquals(10, checks.size() - count(checks, Users.Check.RIGHT));
        assertEquals(0, count(checks, Users.Check.WRONG));
    }

    private static long count(List<Future<Users.Check>> checks, Users.Check which) {
        return checks.stream().filter(check -> check.resultNow() == which).count();
    }
}
