package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An image as a directory: what its stage of the Dockerfile copies, on a small Debian.
///
/// @param tmp what its containers have as /tmp, open to everybody
record ImageRoot(ImageStage stage, Path root, Path tmp) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Makes it in that directory, in some seconds.
    static ImageRoot of(String stage, Path directory) throws Exception {
        Needs.pidNamespace();
        Needs.tools("setpriv", "nsenter", "pivot_root", "ip", "curl", "nc");
        // So that others reach the socket, as they do in /tmp.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path root = Files.createDirectory(directory.resolve("root"));
        Path tmp = Files.createDirectory(directory.resolve("tmp"));
        Files.setAttribute(tmp, "unix:mode", 0_1777);
        SmallDebian.unpack(root);
        ImageStage described = ImageStage.named(stage);
        for (var copy : described.copies().entrySet()) {
            copy(Path.of(copy.getKey()), root.resolve(copy.getValue().toString().substring(1)));
        }
        return new ImageRoot(described, root, tmp);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to.getParent());
        // With the modification times, or the archives of classes would not be used.
        Map<String, String> names = Map.of("from", from.toString(), "to", to.toString());
        Program.Result result = Program.shell(PATIENCE, names, "cp -a \"$from\" \"$to\"");
        assertEquals(0, result.code(), result.err());
    }

    /// The words that give a command the environment of the image and no other.
    List<String> environment() {
        List<String> words = new ArrayList<>(List.of("env", "-i", "HOME=/", "TERM=xterm"));
        stage.environment().forEach((name, value) -> words.add(name + "=" + value));
        return words;
    }

    /// Where the control socket is, as seen from outside.
    Path socket() {
        return tmp.resolve("sentinel.socket");
    }

    /// What the control socket answers to a user outside.
    String ask(long uid, String request) throws Exception {
        String id = Long.toString(uid);
        String script = "echo '%s' | nc -U %s".formatted(request, socket());
        return Program.output(
                "setpriv", "--reuid", id, "--regid", id, "--clear-groups", "sh", "-c", script);
    }

    /// The entry point and a command.
    List<String> entered(String... command) {
        List<String> words = new ArrayList<>(stage.entryPoint());
        words.addAll(List.of(command));
        return words;
    }
}
