package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command that writes down which signals it gets, in the order in which they come, and goes on.
final class Listener {

    private static final String SCRIPT =
            """
            import os, signal, sys
            heard = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            def note(number, frame): os.write(heard, (signal.Signals(number).name + '\\n').encode())
            for name in sys.argv[2:]: signal.signal(getattr(signal, 'SIG' + name), note)
            os.write(heard, b'ready\\n')
            while True: signal.pause()
            """;

    private final Path script;
    private final Path heard;

    private Listener(Path script, Path heard) {
        this.script = script;
        this.heard = heard;
    }

    /// @param directory where it writes, under that name
    static Listener in(Path directory, String name) throws IOException {
        Needs.tools("python3");
        Path script = Files.writeString(directory.resolve("listener.py"), SCRIPT);
        return new Listener(script, Files.createFile(directory.resolve(name)));
    }

    /// The words that run it, for signals without SIG.
    List<String> words(String... signals) {
        List<String> words =
                new ArrayList<>(List.of("python3", script.toString(), heard.toString()));
        words.addAll(List.of(signals));
        return words;
    }

    List<String> heard() throws IOException {
        return Files.readAllLines(heard);
    }

    /// Waits until it has heard that many, the first of which is that it was ready to listen.
    void await(String last) throws Exception {
        var _ =
                Eventually.get(
                        Guard.SOON,
                        last,
                        this::heard,
                        lines -> !lines.isEmpty() && lines.getLast().equals(last));
    }
}
