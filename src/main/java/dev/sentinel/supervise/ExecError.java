package dev.sentinel.supervise;

import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StartFailure.Kind;

import java.io.File;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why an exec failed. ProcessBuilder tells errno (errno(3)) only as part of a text, for instance
/// `Cannot run program "x": Exec failed, error: 2 (No such file or directory)`; older JDKs write
/// `error=2, No such file or directory`.
record ExecError(String command, IOException failure) {

    private static final int LONGEST_SHOWN = 200;
    private static final Pattern ERRNO = Pattern.compile("error(?:: |=)(\\d+)(?:, | \\()([^)]*)");

    StartFailure explain() {
        String message = String.valueOf(failure.getMessage());
        Matcher errno = ERRNO.matcher(message);
        if (!errno.find()) {
            return because(Kind.SENTINEL_FAILED, message);
        }
        return switch (errno.group(1)) {
            // ENOENT is also what a script gets whose interpreter is missing.
            case "2" ->
                    isFile()
                            ? because(
                                    Kind.NOT_FOUND,
                                    "the interpreter its first line names is missing")
                            : because(
                                    Kind.NOT_FOUND,
                                    "no such command; check its spelling and the PATH");
            case "13" ->
                    isDirectory()
                            ? because(Kind.NOT_EXECUTABLE, "it is a directory")
                            : because(Kind.NOT_EXECUTABLE, "it is not executable; see chmod(1)");
            // EAGAIN, ENOMEM, ENFILE, EMFILE: not the command's fault.
            case "11", "12", "23", "24" -> because(Kind.SENTINEL_FAILED, errno.group(2));
            default -> because(Kind.NOT_EXECUTABLE, errno.group(2));
        };
    }

    private boolean isFile() {
        return command.contains("/") && new File(command).exists();
    }

    private boolean isDirectory() {
        return new File(command).isDirectory();
    }

    private StartFailure because(Kind kind, String reason) {
        return new StartFailure(kind, "cannot run '%s': %s".formatted(shortCommand(), reason));
    }

    private String shortCommand() {
        return command.length() <= LONGEST_SHOWN
                ? command
                : command.substring(0, LONGEST_SHOWN) + "...";
    }
}
