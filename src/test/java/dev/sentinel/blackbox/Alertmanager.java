package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real Alertmanager with a port and a store of its own, which goes with it.
final class Alertmanager implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");

    private final Path directory;
    private final Program program;

    private Alertmanager(Path directory, Program program) {
        this.directory = directory;
        this.program = program;
    }

    static Alertmanager start(String configuration) throws Exception {
        Path directory = Files.createTempDirectory("alertmanager-test-");
        Path file = Files.writeString(directory.resolve("alertmanager.yml"), configuration);
        List<String> command =
                List.of(
                        "prometheus-alertmanager",
                        "--config.file=" + file,
                        "--storage.path=" + directory.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:0");
        return new Alertmanager(directory, Program.start(Map.of(), command));
    }

    /// Host and port.
    String address() throws Exception {
        Matcher found =
                Eventually.get(
                        Guard.SOON,
                        "Alertmanager to listen",
                        () -> LISTENING.matcher(program.err()),
                        Matcher::find);
        return found.group(1);
    }

    @Override
    public void close() throws IOException {
        program.close();
        Directories.remove(directory);
    }
}
