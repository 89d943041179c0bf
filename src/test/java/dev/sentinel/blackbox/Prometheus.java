package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real Prometheus with a port and a store of its own, which goes with it.
final class Prometheus implements AutoCloseable {

    /// It takes up to ten seconds from its start to its first scrape.
    static final Duration SOON = Duration.ofSeconds(25);

    /// Two lines of its log, in either order.
    private static final Pattern LISTENING =
            Pattern.compile("(?s)(?=.*Server is ready).*msg=\"Listening on\" address=(\\S+)");

    private final Path directory;
    private final Program program;
    private final HttpClient client = HttpClient.newHttpClient();

    private Prometheus(Path directory, Program program) {
        this.directory = directory;
        this.program = program;
    }

    static Prometheus start(String configuration) throws Exception {
        Path directory = Files.createTempDirectory("prometheus-test-");
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        List<String> command =
                List.of(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:0");
        return new Prometheus(directory, Program.start(Map.of(), command));
    }

    /// Asks until there is an answer that is not empty.
    JsonArray await(String expression) throws Exception {
        return Eventually.get(
                SOON, expression, () -> query(expression), result -> !result.isEmpty());
    }

    /// What it knows at this moment, which may be nothing; a query that it refuses fails the test.
    JsonArray query(String expression) throws Exception {
        String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        URI uri = URI.create("http://%s/api/v1/query?query=%s".formatted(address(), encoded));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(SOON).build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        JsonObject answer = JsonParser.object().from(body);
        assertEquals("success", answer.getString("status"), expression + ": " + body);
        return answer.getObject("data").getArray("result");
    }

    private String address() throws Exception {
        Matcher found =
                Eventually.get(
                        SOON,
                        "Prometheus to be ready",
                        () -> LISTENING.matcher(program.err()),
                        Matcher::find);
        return found.group(1);
    }

    @Override
    public void close() throws IOException {
        client.close();
        program.close();
        Directories.remove(directory);
    }
}
