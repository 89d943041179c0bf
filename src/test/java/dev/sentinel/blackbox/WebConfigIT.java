package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// TLS and passwords, asked with the real curl and scraped by a real Prometheus.
@SideBySide
class WebConfigIT {

    /// Of "secret", with a cost of ten.
    private static final String HASH =
            "$2y$10$abcdefghijklmnopqrstuuqflPDzB6gcMhKa1rZqKiun2YGL5sa2u";

    private static final String GUARDED =
            """
            tls_server_config: { cert_file: ec.crt, key_file: ec.key }
            basic_auth_users: { anna: %s }
            """
                    .formatted(HASH);

    @TempDir static Path directory;
    private static Certificates certificates;

    @BeforeAll
    static void make() throws Exception {
        Needs.tools("curl", "nc");
        certificates = Certificates.in(directory);
    }

    private static Guard guard(String config) throws Exception {
        String file = certificates.file(config);
        return Guard.start("--name", "napper", "--web-config", file, "sleep", "120").awaitRunning();
    }

    private static String status(Guard guard, String... curl) throws Exception {
        List<String> words = new ArrayList<>(List.of("curl", "-s", "-o", "/dev/null", "-m", "15"));
        words.addAll(List.of("-w", "%{http_code}"));
        words.addAll(List.of(curl));
        words.add(guard.url() + "/-/healthy");
        return Program.output(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"ec", "rsa"})
    void tls_is_spoken_with_keys_of_both_kinds(String kind) throws Exception {
        String config =
                "tls_server_config: { cert_file: %s.crt, key_file: %s.key }".formatted(kind, kind);
        try (Guard guard = guard(config)) {
            String ours = certificates.path(kind + ".crt");
            assertTrue(guard.url().startsWith("https://"), guard.url());
            assertEquals("200", status(guard, "--cacert", ours));
            assertEquals("200", status(guard, "--cacert", ours, "--tls-max", "1.2"));
            assertEquals("000", status(guard, "--cacert", ours, "--tls-max", "1.1"));
            assertEquals("000", status(guard));
            assertEquals(
                    "000",
                    Program.output(
                            "curl",
                            "-s",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_code}",
                            guard.url().replace("https", "http") + "/metrics"));
        }
    }

    @Test
    void clients_show_certificates_where_they_have_to() throws Exception {
        String config =
                """
                tls_server_config:
                  cert_file: ec.crt
                  key_file: ec.key
                  min_version: TLS13
                  client_auth_type: RequireAndVerifyClientCert
                  client_ca_file: rsa.crt
                """;
        try (Guard guard = guard(config)) {
            String ours = certificates.path("ec.crt");
            String theirs = certificates.path("rsa.crt");
            String key = certificates.path("rsa.key");
            assertEquals("000", status(guard, "--cacert", ours));
            assertEquals("200", status(guard, "--cacert", ours, "--cert", theirs, "--key", key));
            assertEquals(
                    "000",
                    status(
                            guard,
                            "--cacert",
                            ours,
                            "--cert",
                            ours,
                            "--key",
                            certificates.path("ec.key")));
            assertEquals(
                    "000",
                    status(
                            guard,
                            "--cacert",
                            ours,
                            "--cert",
                            theirs,
                            "--key",
                            key,
                            "--tls-max",
                            "1.2"));
        }
    }

    @Test
    void passwords_protect_everything() throws Exception {
        try (Guard guard = guard(GUARDED)) {
            String ours = certificates.path("ec.crt");
            assertEquals("401", status(guard, "--cacert", ours));
            assertEquals("401", status(guard, "--cacert", ours, "-u", "anna:wrong"));
            assertEquals("401", status(guard, "--cacert", ours, "-u", "nobody:secret"));
            assertEquals("200", status(guard, "--cacert", ours, "-u", "anna:secret"));
            String events = guard.url() + "/api/events";
            Program.Result followed =
                    Program.run(
                            Guard.SOON,
                            Map.of(),
                            List.of(
                                    "curl",
                                    "-sN",
                                    "-m",
                                    "2",
                                    "--cacert",
                                    ours,
                                    "-u",
                                    "anna:secret",
                                    events));
            int stillFollowing = 28;
            assertEquals(stillFollowing, followed.code());
            assertTrue(followed.out().contains("\"event\":\"started\""), followed.out());
            assertFalse(guard.program().err().contains("secret"), guard.program().err());
            assertFalse(guard.ask("json status").contains(HASH));
        }
    }

    /// They are turned away without being checked, and a limit is kept meanwhile.
    @Test
    void a_flood_of_wrong_passwords_harms_nobody() throws Exception {
        String file = certificates.file("basic_auth_users: { anna: " + HASH + " }");
        try (Guard guard =
                Guard.start(
                        "-m",
                        "48M",
                        "-k",
                        "1s",
                        "--web-config",
                        file,
                        "sh",
                        "-c",
                        "sleep 5; x=xxxxxxxxxxxxxxxx; while :; do x=$x$x; done")) {
            String url = guard.url() + "/metrics";
            Program.Result flood =
                    Program.shell(
                            Guard.SOON,
                            Map.of("URL", url),
                            "for i in $(seq 40); do curl -s -o /dev/null -m 10 -w '%{http_code}\\n' -u"
                                    + " anna:wrong$i $URL & done; wait");
            Map<String, Long> codes =
                    flood.out()
                            .lines()
                            .collect(
                                    java.util.stream.Collectors.groupingBy(
                                            code -> code, java.util.stream.Collectors.counting()));
            assertTrue(codes.containsKey("401") && codes.containsKey("429"), codes.toString());
            assertEquals(123, guard.await().code());
        }
    }

    @Test
    void handshakes_that_do_not_go_on_keep_nobody_waiting() throws Exception {
        try (Guard guard = guard("tls_server_config: { cert_file: ec.crt, key_file: ec.key }")) {
            String place = guard.url().substring("https://".length());
            String[] patient = {"--cacert", certificates.path("ec.crt")};
            String hello = "\u0016\u0003\u0001\u0000\u00c8\u0001";
            // Not more than there is room for, or some would have to give way.
            try (Crowd halves = Crowd.of(20, "http://" + place, hello);
                    Crowd silent = Crowd.of(20, "http://" + place, "")) {
                assertEquals("200", status(guard, patient));
                halves.awaitEnd(Duration.ofSeconds(7));
                silent.awaitEnd(Duration.ofSeconds(7));
            }
            try (Crowd _ = Crowd.of(200, "http://" + place, hello)) {
                assertEquals("200", status(guard, patient));
            }
            assertEquals("200", status(guard, patient));
        }
    }

    @Test
    void prometheus_scrapes_with_tls_and_a_password() throws Exception {
        Needs.tools("prometheus");
        try (Guard guard = guard(GUARDED)) {
            String configuration =
                    """
                    global: { scrape_interval: 500ms }
                    scrape_configs:
                      - job_name: sentinel
                        scheme: https
                        tls_config: { ca_file: %s }
                        basic_auth: { username: anna, password: secret }
                        static_configs: [ { targets: ["%s"] } ]
                    """
                            .formatted(
                                    certificates.path("ec.crt"),
                                    URI.create(guard.url()).getAuthority());
            try (Prometheus prometheus = Prometheus.start(configuration)) {
                var _ = prometheus.await("sentinel_target_up{name=\"napper\"} == 1");
                var _ = prometheus.await("up == 1");
            }
        }
    }
}
