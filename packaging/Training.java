import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the ahead-of-time cache of a bundle: runs its Sentinel once through everything that it does in
/// earnest, and lets the JVM write down which classes that took.
///
/// The run guards a leaking child, draws the dashboard on a terminal, is scraped, is asked over the
/// socket, and ends the child at its limit. A class that is not met here is loaded from the jar when it is
/// needed, which works as well, only slower.
///
/// Called as `java packaging/Training.java BUNDLE LEAKER_JAR`; writes BUNDLE/lib/sentinel.aot.
final class Training {

    private static final int ENDED_AT_ITS_LIMIT = 123;
    private static final long PATIENCE_SECONDS = 60;

    private final Path bundle;
    private final Path leaker;
    private final Path directory;
    private final int port;

    private Training(Path bundle, Path leaker, Path directory, int port) {
        this.bundle = bundle;
        this.leaker = leaker;
        this.directory = directory;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("sentinel-training-");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path bundle = Path.of(arguments[0]).toAbsolutePath();
        new Training(bundle, Path.of(arguments[1]).toAbsolutePath(), directory, port).run();
    }

    private void run() throws Exception {
        Path log = directory.resolve("log");
        // script(1) gives it a terminal, and stty(1) the terminal a size.
        String onATerminal = "stty rows 40 cols 120; exec " + String.join(" ", commandLine());
        Process sentinel =
                new ProcessBuilder("script", "-qefc", onATerminal, "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(Redirect.PIPE)
                        .start();
        try (OutputStream keys = sentinel.getOutputStream()) {
            beAUser(sentinel, keys);
            if (!sentinel.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || sentinel.exitValue() != ENDED_AT_ITS_LIMIT
                    || !Files.exists(cache())) {
                throw new IllegalStateException("it did not end as it should");
            }
        } catch (Exception failed) {
            sentinel.destroyForcibly();
            System.err.println(Files.readString(log, US_ASCII));
            throw new IllegalStateException("the training run failed; above is what it said", failed);
        }
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private Path cache() {
        return bundle.resolve("lib/sentinel.aot");
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    /// As bin/sentinel puts it together, but that the cache is written.
    private List<String> commandLine() {
        return List.of(
                "env", "LC_ALL=C.UTF-8", "TERM=xterm",
                bundle + "/runtime/bin/java", "@" + bundle + "/lib/jvm.options",
                "-XX:AOTCacheOutput=" + cache(),
                "-Dorg.newsclub.net.unix.library.override=" + bundle + "/lib/libjunixsocket.so",
                "-cp", bundle + "/lib/sentinel.jar", "dev.sentinel.Main",
                "-v", "--socket", socket().toString(), "--metrics", Integer.toString(port),
                "-m", "96M", "-k", "300ms", "--interval", "20ms",
                bundle + "/runtime/bin/java", "-Xshare:auto", "-jar", leaker.toString(),
                "--step", "8M", "--every", "250ms", "--ignore-term");
    }

    private void beAUser(Process sentinel, OutputStream keys) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask("status").contains(" RUNNING ")) {
            if (sentinel.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("it does not answer at its socket");
            }
        }
        for (String request : List.of("help", "version", "json status", "nonsense")) {
            ask(request);
        }
        scrape("text/plain");
        scrape("application/openmetrics-text");
        // Asked whether to stop, it is told no.
        keys.write("sn".getBytes(US_ASCII));
        keys.flush();
    }

    /// Empty as long as nobody answers.
    private String ask(String request) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((request + "\n").getBytes(US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), US_ASCII);
        } catch (IOException notYet) {
            return "";
        }
    }

    private void scrape(String format) throws IOException {
        URLConnection request =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openConnection();
        request.setRequestProperty("Accept", format);
        try (var answer = request.getInputStream()) {
            answer.readAllBytes();
        }
    }
}
