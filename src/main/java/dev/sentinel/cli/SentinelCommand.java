package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.contain.Enclosures;
import dev.sentinel.contain.Family;
import dev.sentinel.contain.Watchdog;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.Build;
import dev.sentinel.model.ByteSize;
import dev.sentinel.sample.MachineSampler;
import dev.sentinel.view.Printable;

import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The top command. A subcommand counts only as the very first word, so that every other word can
/// name a program to guard.
public final class SentinelCommand {

    private SentinelCommand() {}

    /// Does what the arguments say.
    ///
    /// @return the exit code
    public static int execute(String[] arguments) {
        try {
            return switch (arguments.length == 0 ? "" : arguments[0]) {
                case Subcommands.MAN,
                        Subcommands.COMPLETION,
                        Subcommands.VERSION,
                        Subcommands.DOCTOR,
                        Subcommands.HELP ->
                        new SelfDescription(utf8(System.out)).answer(arguments);
                case ClientCommand.STATUS,
                        ClientCommand.PS,
                        ClientCommand.STOP,
                        ClientCommand.RESTART,
                        ClientCommand.SIGNAL,
                        ClientCommand.LIMIT,
                        ClientCommand.LOGS,
                        ClientCommand.EVENTS,
                        ClientCommand.TOP ->
                        new ClientLine(System.out, System.err).execute(arguments);
                case Subcommands.RUN -> run(Arrays.copyOfRange(arguments, 1, arguments.length));
                default -> run(arguments);
            };
        } catch (ParameterException wrong) {
            return complain(sentence(wrong));
        } catch (UsageError wrong) {
            return complain(String.valueOf(wrong.getMessage()));
        }
    }

    private static int run(String[] arguments) {
        try (Enclosures enclosures = enclosures()) {
            // Set while an archive of classes is made, whatever that machine has or has not.
            if (Boolean.getBoolean("sentinel.rehearsal")) {
                enclosures.rehearse();
            }
            // It takes about as long as everything else that comes before the start.
            if (RunOptions.mayGuard(arguments)) {
                enclosures.prepare();
            }
            return run(arguments, enclosures);
        }
    }

    /// The script that starts Sentinel tells of the watchdog that it has started before.
    private static Enclosures enclosures() {
        Long watchdog = Long.getLong("sentinel.watchdog");
        Family family = new Family(Proc.SYSTEM, watchdog == null ? Set.of() : Set.of(watchdog));
        return new Enclosures(Proc.SYSTEM, family, new Watchdog(System.getProperty(Watchdog.PIPE)));
    }

    private static int run(String[] arguments, Enclosures enclosures) {
        ParseResult result = RunOptions.parse(arguments);
        if (result.isUsageHelpRequested()) {
            return new SelfDescription(utf8(System.out)).help();
        }
        Build build = BuildInfo.read();
        if (result.isVersionHelpRequested()) {
            System.out.println(versionLine(build));
            return ExitCode.OK;
        }
        List<String> command = result.matchedPositionalValue(0, List.of());
        Given given = new Given(result, System.getenv());
        Supplier<ByteSize> memory = () -> MachineSampler.SYSTEM.read().memory();
        Settings settings = new SettingsReader(given, memory).read(command);
        return new RunCommand(settings, build, enclosures).call();
    }

    /// Without the class for everything else that is said about Sentinel, for speed.
    static String versionLine(Build build) {
        return "sentinel "
                + build.version()
                + (" (" + build.revision())
                + (", Java " + build.java() + ")");
    }

    static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String hint =
                    unmatched.getSuggestions().stream()
                            .findFirst()
                            .map("; did you mean '%s'?"::formatted)
                            .orElse("; see 'sentinel --help'");
            return "unknown option '%s'%s".formatted(unmatched.getUnmatched().getFirst(), hint);
        }
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
    }

    private static int complain(String sentence) {
        System.err.println("sentinel: " + Printable.text(sentence));
        return ExitCode.SENTINEL_FAILED;
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
