package dev.sentinel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;

/// The options of guarding one command, as picocli's model. It is built by hand: reading it from
/// annotations by reflection would cost more time than starting the child.
///
/// Every option also has an environment variable: `SENTINEL_` and its first long name.
final class RunOptions {

    static final String MEMORY = "--memory";
    static final String FOR = "--for";
    static final String SIGNAL = "--signal";
    static final String KILL_AFTER = "--kill-after";
    static final String INTERVAL = "--interval";
    static final String NAME = "--name";
    static final String TUI = "--tui";
    static final String NO_TUI = "--no-tui";
    static final String SOCKET = "--socket";
    static final String NO_SOCKET = "--no-socket";
    static final String METRICS = "--metrics";
    static final String NO_METRICS = "--no-metrics";
    static final String METRICS_REQUIRED = "--metrics-required";
    static final String PRESERVE_STATUS = "--preserve-status";
    static final String QUIET = "--quiet";
    static final String VERBOSE = "--verbose";
    static final String OUTPUT = "--output";
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

    private RunOptions() {}

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, LISTS).name("sentinel");
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
        // A value such as @list or ${HOME} belongs to the child, as it is.
        spec.parser()
                .stopAtPositional(true)
                .expandAtFiles(false)
                .caseInsensitiveEnumValuesAllowed(false);
        limits(spec);
        outlets(spec);
        talk(spec);
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

    private static void limits(CommandSpec spec) {
        value(
                spec,
                "SIZE",
                "Limit of the tree's resident memory: 512M, 1.5G, 80%%; 0 for none (512M).",
                "-m",
                MEMORY,
                "--limit");
        value(spec, "D", "How long the tree must stay over the limit (0).", FOR);
        value(spec, "SIG", "The polite signal (TERM).", "-s", SIGNAL);
        value(spec, "D", "From the polite signal to SIGKILL (3s).", "-k", KILL_AFTER);
        value(
                spec,
                "D|auto",
                "Time between two looks at the memory; auto: 5ms to 1s, by what is left to the limit"
                        + " (auto).",
                INTERVAL);
        flag(spec, "After a breach exit with the command's own status, not 123.", PRESERVE_STATUS);
    }

    private static void outlets(CommandSpec spec) {
        value(spec, "NAME", "How metrics and commands call it (basename of CMD).", NAME);
        flag(spec, "Draw the live table; fail without a terminal.", TUI);
        flag(spec, "Plain lines on stderr; CMD keeps stdin, stdout and stderr.", NO_TUI);
        value(spec, "PATH", "The control socket (/tmp/sentinel.socket).", SOCKET);
        flag(spec, "No control socket.", NO_SOCKET);
        value(spec, "[HOST:]PORT", "The exporter (127.0.0.1:8000).", METRICS);
        flag(spec, "No exporter.", NO_METRICS);
        flag(spec, "Fail when the port of the exporter is taken.", METRICS_REQUIRED);
    }

    private static void talk(CommandSpec spec) {
        flag(spec, "Say nothing but errors.", "-q", QUIET);
        flag(spec, "Say more.", "-v", VERBOSE);
        value(
                spec,
                "text|json",
                "Form of the last line, the result, on stderr (text).",
                "-o",
                OUTPUT);
        spec.addOption(help("Show this help and exit.", "-h", HELP).usageHelp(true).build());
        spec.addOption(help("Show the version and exit.", "-V", VERSION).versionHelp(true).build());
    }

    private static void value(CommandSpec spec, String label, String text, String... names) {
        spec.addOption(
                OptionSpec.builder(names)
                        .type(String.class)
                        .paramLabel(label)
                        .description(text)
                        .build());
    }

    private static void flag(CommandSpec spec, String text, String... names) {
        spec.addOption(help(text, names).build());
    }

    private static OptionSpec.Builder help(String text, String... names) {
        return OptionSpec.builder(names).type(boolean.class).arity("0").description(text);
    }

    private static final String[] FOOTER = {
        "",
        "Every option can be set in the environment: SENTINEL_MEMORY=1G, SENTINEL_NO_TUI=true.",
        "Exit codes: CMD's own; 123 ended at the limit; 125 Sentinel failed; 126 CMD cannot be run;",
        "127 CMD not found; 128+N ended by signal N, or Sentinel was.",
    };
}
