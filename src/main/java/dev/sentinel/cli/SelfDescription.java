package dev.sentinel.cli;

import dev.sentinel.contain.Checkup;
import dev.sentinel.contain.Finding;
import dev.sentinel.linux.Proc;
import dev.sentinel.manual.Keys;
import dev.sentinel.manual.ManPage;
import dev.sentinel.manual.Shell;
import dev.sentinel.model.Build;
import dev.sentinel.view.BuildJson;
import dev.sentinel.view.Printable;
import dev.sentinel.view.terminal.Key;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/// Answers what is asked about Sentinel itself; guards nothing.
///
/// @param out where answers go
record SelfDescription(PrintStream out) {

    /// Answers one question.
    ///
    /// @param arguments a subcommand and what follows it
    /// @return the exit code
    int answer(String[] arguments) {
        CommandLine line = new CommandLine(Subcommands.tree(), RunOptions.LISTS);
        ParseResult asked = parsed(line, arguments).subcommand();
        if (asked.isUsageHelpRequested()) {
            asked.commandSpec().commandLine().usage(out);
            return ExitCode.OK;
        }
        Build build = BuildInfo.read();
        switch (asked.commandSpec().name()) {
            case Subcommands.MAN -> out.print(manPage(build).text());
            case Subcommands.COMPLETION -> out.print(completion(asked));
            case Subcommands.VERSION -> out.println(version(asked, build));
            case Subcommands.DOCTOR -> doctor();
            default -> line.usage(out);
        }
        return ExitCode.OK;
    }

    int help() {
        new CommandLine(Subcommands.tree(), RunOptions.LISTS).usage(out);
        return ExitCode.OK;
    }

    private static ManPage manPage(Build build) {
        List<Keys> keys =
                Stream.of(Key.values()).map(key -> new Keys(key.presses(), key.text())).toList();
        return new ManPage(Subcommands.tree(), build, Given::variable, keys);
    }

    private void doctor() {
        for (Finding finding : new Checkup(Proc.SYSTEM).findings()) {
            out.printf(
                    "%-10s %-4s %s%n",
                    finding.subject(),
                    finding.works() ? "yes" : "no",
                    Printable.text(finding.text()));
        }
    }

    private static ParseResult parsed(CommandLine line, String[] arguments) {
        try {
            return line.parseArgs(arguments);
        } catch (UnmatchedArgumentException tooMuch) {
            throw notTaken(arguments, tooMuch);
        }
    }

    /// What follows a subcommand and has no business there.
    static UsageError notTaken(String[] arguments, UnmatchedArgumentException tooMuch) {
        return new UsageError(
                "'sentinel %s' does not take '%s'; to guard a program of that name, write 'sentinel run %s'"
                        .formatted(
                                arguments[0],
                                tooMuch.getUnmatched().getFirst(),
                                String.join(" ", arguments)),
                tooMuch);
    }

    private static String completion(ParseResult asked) {
        String name = asked.matchedPositionalValue(0, "");
        if (name.isEmpty()) {
            throw new UsageError("completion for which shell? write bash, zsh or fish behind it");
        }
        return Shell.named(name)
                .orElseThrow(() ->
                        new UsageError(
                                "there is no completion for '%s'; write bash, zsh or fish"
                                        .formatted(name)))
                .completion(Subcommands.tree());
    }

    private static String version(ParseResult asked, Build build) {
        String form = asked.matchedOptionValue(RunOptions.OUTPUT, "text");
        try {
            return SettingsReader.isJson(form)
                    ? BuildJson.of(
                            build, System.getProperty("os.name"), System.getProperty("os.arch"))
                    : SentinelCommand.versionLine(build);
        } catch (IllegalArgumentException wrong) {
            throw new UsageError("%s: %s".formatted(RunOptions.OUTPUT, wrong.getMessage()), wrong);
        }
    }
}
