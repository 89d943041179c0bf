package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Secrets that Sentinel is trusted with are looked for in all that it says.
@SideBySide
class SecretsIT {

    private static final String SECRET = "hunter2-0xC0FFEE";

    /// Of the secret as a password, by bcrypt; what is wrong with it makes the file be refused.
    private static final String HASH = "$2y$10$" + "hunter2hunter2hunter2.";

    @TempDir Path directory;

    private static Program guard(Path socket, String... options) throws Exception {
        Map<String, String> environment = new HashMap<>(Guard.ENVIRONMENT);
        environment.put("API_TOKEN", SECRET);
        List<String> words = new ArrayList<>(List.of(Guard.BINARY.toString(), "-v", "--no-tui"));
        words.addAll(List.of("--metrics", "0", "--socket", socket.toString()));
        words.addAll(List.of(options));
        words.addAll(
                List.of(
                        "sh",
                        "-c",
                        "sleep 60",
                        "--password=" + SECRET,
                        "--token",
                        SECRET,
                        "https://me:" + SECRET + "@host/?api_key=" + SECRET,
                        "Authorization: Bearer " + SECRET));
        return Program.start(environment, words);
    }

    @Test
    void no_secret_of_the_command_is_in_anything_that_is_said() throws Exception {
        Needs.tools("nc", "curl");
        for (String[] options : List.of(new String[0], new String[] {"--show-args"})) {
            Path socket = directory.resolve("socket");
            try (Program guard = guard(socket, options)) {
                Eventually.isTrue(
                        Guard.SOON,
                        "it to run",
                        () -> Files.exists(socket) && ask(socket, "status").contains(" RUNNING "));
                String json = ask(socket, "json status");
                assertEquals(options.length > 0, json.contains("--password=<hidden>"), json);
                String url = guard.err().replaceAll("(?s).*metrics at (http://[^/]+)/.*", "$1");
                StringBuilder all = new StringBuilder(json);
                for (String verb :
                        List.of("status", "events recent", "metrics", "restart", "stop x")) {
                    all.append(ask(socket, verb));
                }
                for (String path : List.of("metrics", "api/status", "api/history", "", SECRET)) {
                    all.append(Program.output("curl", "-s", url + "/" + path));
                }
                all.append(ask(socket, "stop"));
                all.append(guard.await(Guard.SOON).err());
                assertTrue(all.length() > 5000, "little was said");
                assertFalse(all.toString().contains(SECRET), all.toString());
            }
        }
    }

    @Test
    void no_secret_of_a_refused_file_is_in_the_complaint() throws Exception {
        Path config =
                Files.writeString(
                        directory.resolve("web.yml"),
                        "basic_auth_users:\n  anna: %s\npassword: %s\n".formatted(HASH, SECRET));
        Program.Result result = Guard.run("--no-socket", "--web-config", config.toString(), "true");
        assertEquals(125, result.code());
        assertTrue(result.err().contains(config.toString()), result.err());
        assertFalse(result.err().contains("hunter2"), result.err());
    }

    private static String ask(Path socket, String request) throws Exception {
        return Program.output("sh", "-c", "echo '%s' | nc -U %s".formatted(request, socket));
    }
}
