package dev.sentinel.cli;

import static dev.sentinel.cli.RunOption.flag;
import static dev.sentinel.cli.RunOption.hidden;
import static dev.sentinel.cli.RunOption.value;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options of guarding one command, as picocli's model. It is built by hand: reading it from
/// annotations by reflection would cost more time than starting the child.
///
/// Every option also has an environment variable: `SENTINEL_` and its first long name.
final class RunOptions {

    static final String MEMORY = "--memory";
    static final String SOFT = "--soft";
    static final String FOR = "--for";
    static final String METRIC = "--metric";
    static final String SCOPE = "--scope";
    static final String SIGNAL = "--signal";
    static final String KILL_AFTER = "--kill-after";
    static final String DETECT = "--detect";
    static final String INTERVAL = "--interval";
    static final String ON_DEATH = "--on-death";
    static final String NAME = "--name";
    static final String TUI = "--tui";
    static final String NO_TUI = "--no-tui";
    static final String ASCII = "--ascii";
    static final String HOLD = "--hold";
    static final String TTY = "--tty";
    static final String SOCKET = "--socket";
    static final String NO_SOCKET = "--no-socket";
    static final String METRICS = "--metrics";
    static final String NO_METRICS = "--no-metrics";
    static final String METRICS_REQUIRED = "--metrics-required";
    static final String WEB_CONFIG = "--web-config";
    static final String SHOW_ARGS = "--show-args";
    static final String PRESERVE_STATUS = "--preserve-status";
    static final String QUIET = "--quiet";
    static final String VERBOSE = "--verbose";
    static final String OUTPUT = "--output";
    static final String COPIES = "--copies";
    static final String HELP = "--help";
    static final String VERSION = "--version";

    /// The list of the command's words is all that the model makes from a class. picocli's own
    /// factory would look through the whole jar for Groovy first.
    static final CommandLine.IFactory LISTS =
            new CommandLine.IFactory() {
                @Override
                public <K> K create(Class<K> type) {
                    return type.cast(new ArrayList<>());
                }
            };

    private static final List<RunOption> ALL =
            List.of(
                    value(
                            "SIZE",
                            "The limit: 512M, 1.5G, 80%% of the machine; 0 for none (512M).",
                            "-m",
                            MEMORY,
                            "--limit"),
                    value("SIZE", "From where on to warn, below the limit (nowhere).", SOFT),
                    value("D", "How long the tree must stay over the limit (0).", FOR),
                    value(
                            "rss|pss|rss+swap",
                            "What is compared with the limit: resident memory; with shared pages counted once;"
                                    + " with what is in swap (rss).",
                            METRIC),
                    value(
                            "tree|process",
                            "Whose memory: that of all that descends from CMD, or that of CMD alone, which"
                                    + " then alone gets the polite signal (tree).",
                            SCOPE),
                    value("SIG", "The polite signal (TERM).", "-s", SIGNAL),
                    value("D", "From the polite signal to SIGKILL (3s).", "-k", KILL_AFTER),
                    value(
                            "D|auto",
                            "Time between two looks at the memory; auto: 1ms to 1s, by what is left to the"
                                    + " limit (auto).",
                            INTERVAL),
                    value("auto|poll", "How a breach is noticed; poll: by looking (auto).", DETECT),
                    flag(
                            "After a breach exit with the command's own status, not 123.",
                            PRESERVE_STATUS),
                    value(
                            "kill|leave",
                            "What becomes of the tree when Sentinel itself is killed (kill).",
                            ON_DEATH),
                    value("NAME", "How metrics and commands call it (basename of CMD).", NAME),
                    flag("Draw the live table; fail without a terminal.", TUI),
                    flag("Plain lines on stderr; CMD keeps stdin, stdout and stderr.", NO_TUI),
                    flag("Draw it with ASCII alone.", ASCII),
                    flag("Keep the live table when CMD has ended, until q is pressed.", HOLD),
                    flag("Under the live table: CMD writes to a terminal of its own.", TTY),
                    value("PATH", "The control socket (/tmp/sentinel.socket).", SOCKET),
                    flag("No control socket.", NO_SOCKET),
                    value("[HOST:]PORT", "The exporter (127.0.0.1:8000).", METRICS),
                    flag("No exporter.", NO_METRICS),
                    flag("Fail when the port of the exporter is taken.", METRICS_REQUIRED),
                    value("FILE", "TLS and passwords of the exporter (none).", WEB_CONFIG),
                    flag(
                            "Show CMD with its arguments, but for what is called a secret (CMD alone).",
                            SHOW_ARGS),
                    flag("Say nothing but errors.", "-q", QUIET),
                    flag("Say more.", "-v", VERBOSE),
                    value(
                            "text|json",
                            "Form of what is told on stderr; the last line is the result (text).",
                            "-o",
                            OUTPUT),
                    hidden("N", "How many targets are made of the command (1).", COPIES),
                    new RunOption(
                            List.of("-h", HELP),
                            "",
                            "Show this help and exit.",
                            RunOption.Role.HELP),
                    new RunOption(
                            List.of("-V", VERSION),
                            "",
                            "Show the version and exit.",
                            RunOption.Role.VERSION));

    private RunOptions() {}

    /// Understands a line.
    ///
    /// @throws ParameterException when that cannot be done, with picocli's words for why
    static ParseResult parse(String... words) {
        try {
            return line(spec(mentioned(words))).parseArgs(words);
        } catch (ParameterException _) {
            // Only the whole model can say what may have been meant.
            return line(spec()).parseArgs(words);
        }
    }

    /// Whether nothing in front of the command asks for the help or the version instead.
    static boolean mayGuard(String... words) {
        for (String word : words) {
            if (!word.startsWith("-")) {
                return true;
            }
            for (RunOption option : ALL) {
                if (option.asks() && option.mayBeIn(word)) {
                    return false;
                }
            }
        }
        return false;
    }

    /// The whole model.
    static CommandSpec spec() {
        CommandSpec spec = spec(ALL);
        spec.usageMessage()
                .customSynopsis("sentinel [run] [OPTIONS] [--] CMD [ARG...]")
                .description(
                        "Starts CMD, watches the memory of its whole process tree, and ends the tree at the"
                                + " limit: politely, then firmly.")
                .optionListHeading("%nOptions:%n")
                .footer(FOOTER)
                .sortOptions(false)
                .sortSynopsis(false)
                .width(96);
        return spec;
    }

    /// The option of that name; empty when there is none.
    static Optional<RunOption> named(String name) {
        for (RunOption option : ALL) {
            if (option.names().contains(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec, LISTS).setOverwrittenOptionsAllowed(true);
    }

    /// Building an option costs picocli a sixth of a millisecond, which is why a line is parsed
    /// with those alone that may be in it.
    private static List<RunOption> mentioned(String[] words) {
        List<RunOption> mentioned = new ArrayList<>();
        for (RunOption option : ALL) {
            for (String word : words) {
                if (option.mayBeIn(word)) {
                    mentioned.add(option);
                    break;
                }
            }
        }
        return mentioned;
    }

    /// All that parsing takes, and nothing that only the help says.
    private static CommandSpec spec(List<RunOption> options) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, LISTS).name("sentinel");
        // A value such as @list or ${HOME} belongs to the child, as it is.
        spec.parser()
                .stopAtPositional(true)
                .expandAtFiles(false)
                .caseInsensitiveEnumValuesAllowed(false);
        for (RunOption option : options) {
            spec.addOption(option.spec());
        }
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("CMD")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .hidden(true)
                        .build());
        return spec;
    }

    private static final String[] FOOTER = {
        "",
        "Every option can be set in the environment: SENTINEL_MEMORY=1G, SENTINEL_NO_TUI=true.",
        "Exit codes: CMD's own; 123 ended at the limit; 125 Sentinel failed; 126 CMD cannot be run;",
        "127 CMD not found; 128+N ended by signal N, or Sentinel was.",
    };
}
