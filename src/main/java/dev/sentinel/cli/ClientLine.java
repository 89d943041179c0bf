package dev.sentinel.cli;

import dev.sentinel.model.Outlets;
import dev.sentinel.view.Printable;
import dev.sentinel.view.socket.CommandClient;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A command line that begins with the word of a client command. Each failure is one sentence on
/// stderr and an exit code.
///
/// @param out where answers go
/// @param err where complaints go
record ClientLine(PrintStream out, PrintStream err) {

    /// A line of each kind; the last one meets a name that is not there.
    private static final List<String> REHEARSED =
            List.of("status", "ps -o json", "events", "logs --tail 1", "stop --timeout 1s nobody");

    private static final RunOption SOCKET =
            RunOption.value(
                    "PATH", "Where Sentinel listens (/tmp/sentinel.socket).", RunOptions.SOCKET);

    private static final RunOption HELP =
            new RunOption(
                    List.of("-h", RunOptions.HELP),
                    "",
                    "Show what may follow, and exit.",
                    RunOption.Role.HELP);

    /// Asks this very Sentinel, for an archive of the classes that takes; nobody sees the answers.
    static void rehearse(Outlets outlets) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ClientLine line = new ClientLine(nowhere, nowhere);
        String socket = RunOptions.SOCKET + "=" + outlets.socket().orElse("");
        for (String words : REHEARSED) {
            var _ = line.execute((words + " " + socket).split(" "));
        }
        // What top does before it draws: there may be a terminal, and it would stay.
        CommandClient itself = new CommandClient(Path.of(outlets.socket().orElse("")));
        try (RemoteGuard guard =
                new RemoteGuard(new Dialogue(itself, nowhere, nowhere), "", Wiring.clock())) {
            var _ = guard.remark();
        } catch (NotAnswered silent) {
            // Then it will take some milliseconds longer.
        }
    }

    /// Does what it says.
    ///
    /// @param words the command's own word, and what follows it
    /// @return the exit code
    int execute(String... words) {
        try {
            ClientCommand command = ClientCommand.named(words[0]);
            ParseResult asked = parsed(command, words);
            if (asked.isUsageHelpRequested()) {
                return new SelfDescription(out).answer(words);
            }
            return command.run(asked, new Dialogue(new CommandClient(socket(asked)), out, err));
        } catch (ParameterException | UsageError wrong) {
            return complain(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        } catch (AskFailed failed) {
            return complain(failed.code(), failed.sentence());
        } catch (NotAnswered silent) {
            return complain(ExitCode.of(silent.why()), silent.sentence());
        }
    }

    /// Adds all that may follow the command's word.
    static void describe(ClientCommand command, CommandSpec spec) {
        command.describe(spec);
        spec.addOption(SOCKET.spec());
        spec.addOption(HELP.spec());
    }

    /// With the model of this command alone, for speed.
    private static ParseResult parsed(ClientCommand command, String[] words) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, RunOptions.LISTS).name(words[0]);
        spec.parser().expandAtFiles(false);
        describe(command, spec);
        CommandLine line = new CommandLine(spec, RunOptions.LISTS);
        try {
            return line.setOverwrittenOptionsAllowed(true)
                    .parseArgs(Arrays.copyOfRange(words, 1, words.length));
        } catch (UnmatchedArgumentException tooMuch) {
            throw SelfDescription.notTaken(words, tooMuch);
        } catch (ParameterException wrong) {
            throw new UsageError(
                    "%s; see 'sentinel %s --help'"
                            .formatted(SentinelCommand.sentence(wrong), words[0]),
                    wrong);
        }
    }

    private static Path socket(ParseResult asked) {
        return new Given(asked, System.getenv())
                .value(RunOptions.SOCKET, SettingsReader.SOCKET, SettingsReader::path);
    }

    private int complain(int code, String sentence) {
        err.println("sentinel: " + Printable.text(sentence));
        return code;
    }
}
