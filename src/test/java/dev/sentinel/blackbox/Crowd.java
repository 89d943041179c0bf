package dev.sentinel.blackbox;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Clients that begin to say something and never go on.
final class Crowd implements AutoCloseable {

    private final List<Socket> clients;
    private final long since = System.nanoTime();

    private Crowd(List<Socket> clients) {
        this.clients = clients;
    }

    /// @param beginning what each of them says
    static Crowd of(int size, String url, String beginning) throws IOException {
        URI address = URI.create(url);
        List<Socket> clients = new ArrayList<>();
        for (int client = 0; client < size; client++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            clients.add(socket);
            try {
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException outAlready) {
                // It had to give way to the next.
            }
        }
        return new Crowd(clients);
    }

    /// Until all have been cut off.
    void awaitEnd(Duration deadline) throws IOException {
        for (Socket client : clients) {
            long left = deadline.toMillis() - (System.nanoTime() - since) / 1_000_000;
            client.setSoTimeout((int) Math.max(1, left));
            try {
                client.getInputStream().readAllBytes();
            } catch (SocketTimeoutException stillThere) {
                throw new AssertionError("a client is still there after " + deadline, stillThere);
            } catch (IOException cut) {
                // Gone as well.
            }
        }
    }

    /// The time of the quickest of three scrapes, over connections of their own.
    static Duration quickest(String url) throws Exception {
        Duration quickest = Duration.ofDays(1);
        for (int scrape = 0; scrape < 3; scrape++) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                long before = System.nanoTime();
                HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
                var answer = client.send(request, BodyHandlers.ofString());
                Duration took = Duration.ofNanos(System.nanoTime() - before);
                if (answer.statusCode() == 200 && took.compareTo(quickest) < 0) {
                    quickest = took;
                }
            }
        }
        return quickest;
    }

    static int threadsOf(Guard guard) throws IOException {
        try (Stream<Path> tasks = Files.list(of(guard).resolve("task"))) {
            return (int) tasks.count();
        }
    }

    static long residentKilobytes(Guard guard) throws IOException {
        return Files.readAllLines(of(guard).resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Path of(Guard guard) {
        return Path.of("/proc", Long.toString(guard.program().pid()));
    }

    @Override
    public void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }
}
