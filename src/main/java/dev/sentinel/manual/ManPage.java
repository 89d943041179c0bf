package dev.sentinel.manual;

import static dev.sentinel.manual.Roff.bold;
import static dev.sentinel.manual.Roff.italic;

import dev.sentinel.model.Build;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The manual page, sentinel(1). Commands, options and variables come from the model; the rest is
/// prose.
///
/// @param spec the command with all of its subcommands
/// @param variable the long name of an option → the environment variable that stands for it
/// @param keys of the live table, in the order of its own help
public record ManPage(
        CommandSpec spec, Build build, UnaryOperator<String> variable, List<Keys> keys) {

    private static final int USER_COMMANDS = 1;

    /// What roff reads, whole.
    public String text() {
        Grammar grammar = new Grammar(spec);
        Roff page = new Roff("SENTINEL", USER_COMMANDS, "Sentinel " + build.version());
        page.section("NAME").line(Roff.text("sentinel - guard the memory of a command"));
        synopsis(page.section("SYNOPSIS"), grammar);
        description(page.section("DESCRIPTION"), grammar);
        page.section("COMMANDS")
                .paragraph(
                        "These count as the very first word only; anywhere else they name a program.");
        grammar.subcommands().forEach(command -> subcommand(page, command));
        page.section("OPTIONS")
                .paragraph(
                        "What holds without an option stands in brackets. A SIZE is binary (1K is 1024 bytes),"
                                + " and a bare number counts MiB; D carries a unit: 250ms, 3s, 5m, 2h.");
        grammar.options()
                .forEach(option -> page.entry(spellings(option), Grammar.description(option)));
        keys(page.section("KEYS"));
        signals(page.section("SIGNALS"));
        environment(page.section("ENVIRONMENT"), grammar);
        exitStatus(page.section("EXIT STATUS"));
        files(page.section("FILES"));
        examples(page.section("EXAMPLES"));
        page.section("SEE ALSO")
                .line(
                        Stream.of("kill(1)", "nc(1)", "timeout(1)", "proc(5)", "signal(7)")
                                .map(ManPage::reference)
                                .collect(Collectors.joining(", ")));
        return page.toString();
    }

    private static String reference(String page) {
        int section = page.indexOf('(');
        return bold(page.substring(0, section)) + page.substring(section);
    }

    private static void synopsis(Roff page, Grammar grammar) {
        page.line(
                "%s [%s] [%s] [%s] %s [%s...]"
                        .formatted(
                                bold(grammar.name()),
                                bold("run"),
                                italic("OPTIONS"),
                                bold("--"),
                                italic("CMD"),
                                italic("ARG")));
        for (Grammar command : grammar.answers()) {
            page.lineBreak().line(bold(grammar.name()) + " " + call(command));
        }
    }

    /// A subcommand and what may follow it.
    private static String call(Grammar command) {
        StringBuilder call = new StringBuilder(bold(command.name()));
        command.parameters().forEach(parameter -> call.append(' ').append(word(parameter)));
        command.told()
                .forEach(option ->
                        call.append(
                                " [%s]".formatted(bold(option.shortestName()) + value(option))));
        return call.toString();
    }

    private static String word(PositionalParamSpec parameter) {
        String label = italic(parameter.paramLabel());
        return Grammar.repeats(parameter) ? "[" + label + "...]" : label;
    }

    /// With its options below it.
    private static void subcommand(Roff page, Grammar command) {
        page.entry(call(command), command.summary());
        if (!command.told().isEmpty()) {
            page.indent();
            command.told()
                    .forEach(option -> page.entry(spellings(option), Grammar.description(option)));
            page.outdent();
        }
    }

    private static String spellings(OptionSpec option) {
        return Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "))
                + value(option);
    }

    private static String value(ArgSpec argument) {
        return switch (Expected.by(argument)) {
            case Expected.Nothing() -> "";
            case Expected.OneOf _, Expected.File _, Expected.Target _, Expected.Anything _ ->
                    " " + italic(argument.paramLabel());
        };
    }

    private static void description(Roff page, Grammar grammar) {
        page.paragraph(grammar.summary())
                .paragraph(
                        "First SIGTERM goes to every process of the tree, and after a while SIGKILL to what is"
                                + " left. Meanwhile a terminal shows a live table, a Unix socket takes commands, and"
                                + " Prometheus can scrape metrics.")
                .paragraph(
                        "The first word that is not an option starts the command, and all words after it belong"
                                + " to it. Without a terminal, in the background, or with --no-tui, the command keeps"
                                + " stdin, stdout and stderr untouched, and Sentinel writes one line an event to"
                                + " stderr. What the command leaves behind when it exits is ended too.")
                .paragraph(
                        "Resident memory is summed over the tree, so pages that two processes share count twice.")
                .paragraph(
                        "The commands below that act on targets or tell of them speak with the Sentinel at the"
                                + " path of --socket, of SENTINEL_SOCKET, or else at /tmp/sentinel.socket. Other"
                                + " programs can do the same: a line to the socket, and its answer; try help first.");
    }

    private void keys(Roff page) {
        page.paragraph(
                "Of the live table. Letters count as large or small ones, and C- is Ctrl held down; log,"
                        + " events, processes and staircase are the parts below the table.");
        keys.forEach(each -> page.entry(each.tag(), each.text()));
    }

    private static void signals(Roff page) {
        page.entry(
                        "%s, %s, %s".formatted(bold("SIGINT"), bold("SIGTERM"), bold("SIGHUP")),
                        "Passed on to every process of the tree, in place of the signal of --signal, and"
                                + " SIGKILL follows as at every stop. A second SIGINT kills at once.")
                .entry(
                        "%s, %s, %s".formatted(bold("SIGUSR1"), bold("SIGUSR2"), bold("SIGWINCH")),
                        "Passed on to the command; the guard goes on. While the live table is drawn SIGWINCH"
                                + " belongs to it.")
                .entry(
                        bold("SIGQUIT"),
                        "Passed on to the command when Sentinel is the first process of a container. Elsewhere"
                                + " Sentinel writes to stderr what its threads do, and goes on.")
                .paragraph(
                        "What was ignored at the start stays ignored. In the foreground of a terminal SIGINT and"
                                + " SIGWINCH are taken to come from it, and so to have reached Sentinel's whole process"
                                + " group: they are passed on to processes outside of it only.");
    }

    private void environment(Roff page, Grammar grammar) {
        page.paragraph(
                "Every option can be given as a variable; the command line wins. A flag is true, yes, on or 1,"
                        + " or false, no, off or 0.");
        for (OptionSpec option : grammar.options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                String names =
                        Stream.of(option.names())
                                .filter(name -> !Grammar.isLetter(name))
                                .map(variable)
                                .map(Roff::bold)
                                .collect(Collectors.joining(", "));
                page.entry(names, "As " + option.longestName() + ".");
            }
        }
        page.entry(bold("NO_COLOR"), "When it is set, the live table has no colours.")
                .entry(
                        bold("XDG_CACHE_HOME"),
                        "The first run unpacks its runtime below this directory.")
                .entry(
                        bold("SENTINEL_HOME"),
                        "A directory in which Sentinel is unpacked already; then nothing is.");
    }

    private static void exitStatus(Roff page) {
        page.paragraph("Of a guard:")
                .entry(
                        italic("the command's own"),
                        "It ended by itself, or was stopped from the live table or the socket.")
                .entry(italic("128+N"), "Signal N ended it, and Sentinel did not send it.")
                .entry(bold("123"), "Sentinel ended it at its memory limit.")
                .entry(
                        bold("125"),
                        "Sentinel itself failed, for instance at a wrong option or a socket that is taken;"
                                + " the command was not started.")
                .entry(bold("126"), "The command cannot be executed.")
                .entry(bold("127"), "The command was not found.")
                .entry(
                        bold("129") + ", " + bold("130") + ", " + bold("143"),
                        "Sentinel got SIGHUP, Ctrl-C or SIGTERM and ended the tree first; a second Ctrl-C"
                                + " kills at once.")
                .paragraph("Of a command that speaks with a running Sentinel:")
                .entry(bold("0"), "It is done, or told.")
                .entry(bold("1"), "Sentinel refuses, or whoever listens there is none.")
                .entry(bold("2"), "The command line is wrong.")
                .entry(bold("3"), "No Sentinel listens at the socket.")
                .entry(bold("4"), "No target has that name.")
                .entry(bold("5"), "There was no answer in time.");
    }

    private static void files(Roff page) {
        page.entry(
                        italic("/tmp/sentinel.socket"),
                        "The control socket, mode 0600. While another Sentinel answers there, this one listens"
                                + " at /tmp/sentinel-PID.socket.")
                .entry(
                        italic("~/.cache/sentinel"),
                        "Where the first run unpacks a runtime; it may be deleted while no Sentinel runs.");
    }

    private static void examples(Roff page) {
        page.paragraph("Guard a server with a limit of 1 GiB, and give it ten seconds to stop:")
                .example("sentinel -m 1G -k 10s --name api -- ./server --port 8081")
                .paragraph("Use at most 80 % of the machine or its container for more than 5 s:")
                .example("sentinel -m 80% --for 5s --no-tui ./job")
                .paragraph("Ask from a second terminal, stop the tree, or scrape it:")
                .example(
                        """
                        sentinel status --watch
                        sentinel stop
                        curl -s localhost:8000/metrics
                        """)
                .paragraph("Complete in bash, and read this page:")
                .example(
                        """
                        eval "$(sentinel completion bash)"
                        sentinel man | man -l -
                        """);
    }
}
