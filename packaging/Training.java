import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the archives of classes that a bundle starts from, by running its Sentinel and letting the JVM
/// write down which classes that took. There are two, because they cost differently:
///
/// - `start.aot`, an ahead-of-time cache: everything on the way to the child, from a run whose command is not
///   there. The JVM loads and links all of it before main, at 7 µs a class, so that what comes after the start
///   has no place in it.
/// - `rest.jsa`, a layer on top: everything else, from a run that draws the dashboard on a terminal, is
///   scraped, is asked over the socket and ends a leaking child at its limit. Its classes are loaded when
///   they are needed, at 30 µs each. What a machine without cgroups needs before the start is in it too,
///   whatever this machine has, and so is what a client command takes: this Sentinel asks itself.
///
/// A class that is in neither comes from the jar, which works as well, only slower.
///
/// Called as `java packaging/Training.java BUNDLE LEAKER_JAR`.
final class Training {

    private static final int ENDED_AT_ITS_LIMIT = 123;
    private static final int COMMAND_NOT_FOUND = 127;
    private static final long PATIENCE_SECONDS = 60;
    private static final String TARGET = "leaker";

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
        Path cache = bundle.resolve("lib/start.aot");
        Path layer = bundle.resolve("lib/rest.jsa");
        String seen = "-XX:AOTConfiguration=" + directory.resolve("seen");

        List<String> start = List.of("-q", "--no-tui", "--no-socket", "--no-metrics", directory + "/none");
        expect(COMMAND_NOT_FOUND, started(sentinel(List.of("-XX:AOTMode=record", seen), start)));
        expect(0, started(sentinel(List.of("-XX:AOTMode=create", seen, "-XX:AOTCache=" + cache), List.of())));

        Process everything =
                onATerminal(
                        sentinel(
                                List.of(
                                        "-XX:SharedArchiveFile=" + cache,
                                        "-XX:ArchiveClassesAtExit=" + layer,
                                        "-Dsentinel.rehearsal=true"),
                                leakingChild()));
        beAUser(everything);
        expect(ENDED_AT_ITS_LIMIT, everything);

        if (!Files.exists(cache) || !Files.exists(layer)) {
            throw new IllegalStateException("the JVM wrote no archive");
        }
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private List<String> leakingChild() {
        return List.of(
                "-v", "--socket", socket().toString(), "--metrics", Integer.toString(port),
                "--name", TARGET, "-m", "1G", "-k", "200ms", "--interval", "20ms",
                bundle + "/runtime/bin/java", "-jar", leaker.toString(),
                "--step", "8M", "--every", "150ms", "--ignore-term");
    }

    /// The same JVM, options and classes as in lib/start, or the archives will not fit.
    private List<String> sentinel(List<String> options, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("env", "LC_ALL=C.UTF-8", "TERM=xterm"));
        words.addAll(List.of("SENTINEL_ASIDE_LC_ALL=", "SENTINEL_ASIDE_JAVA_TOOL_OPTIONS="));
        words.add(bundle + "/runtime/bin/java");
        words.add("@" + bundle + "/lib/jvm.options");
        words.addAll(options);
        words.add("-Dsentinel.watchdog.pipe=/dev/null");
        words.add("-Dorg.newsclub.net.unix.library.override=" + bundle + "/lib/libjunixsocket.so");
        words.addAll(List.of("-cp", bundle + "/lib/sentinel.jar", "dev.sentinel.Main"));
        words.addAll(arguments);
        return words;
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    private Path log() {
        return directory.resolve("log");
    }

    private Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /// script(1) gives it a terminal, and stty(1) the terminal a size.
    private Process onATerminal(List<String> command) throws IOException {
        String line = "stty rows 40 cols 120; exec " + String.join(" ", command);
        return started(List.of("script", "-qefc", line, "/dev/null"));
    }

    private void expect(int code, Process process) throws Exception {
        if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == code) {
            return;
        }
        throw failure(process, "it did not end as it should");
    }

    private IllegalStateException failure(Process process, String what) throws IOException {
        process.destroyForcibly();
        System.err.println(Files.readString(log(), ISO_8859_1));
        return new IllegalStateException("the training run failed, " + what + "; above is what it said");
    }

    private void beAUser(Process sentinel) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ask("status").contains(" RUNNING ")) {
            if (sentinel.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw failure(sentinel, "it does not answer at its socket");
            }
        }
        while (!answers("/-/healthy")) {
            if (sentinel.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw failure(sentinel, "it does not answer at its port");
            }
        }
        for (String request : List.of("help", "version", "json status", "nonsense")) {
            ask(request);
        }
        get("/metrics", "text/plain");
        get("/metrics", "application/openmetrics-text");
        get("/-/ready", "*/*");
        get("/api/status", "application/json");
        get("/api/history", "application/json");
        // Asked whether to stop, it is told no.
        try (OutputStream keys = sentinel.getOutputStream()) {
            keys.write("sn".getBytes(US_ASCII));
        }
        // Until all of this has been seen it may leak, however slow the machine is.
        ask("limit " + TARGET + " 64M");
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

    /// The port opens after the socket.
    private boolean answers(String path) throws IOException {
        try {
            get(path, "*/*");
            return true;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private void get(String path, String format) throws IOException {
        URLConnection request =
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        request.setRequestProperty("Accept", format);
        try (var answer = request.getInputStream()) {
            answer.readAllBytes();
        }
    }
}
