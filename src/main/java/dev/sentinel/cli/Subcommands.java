package dev.sentinel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What may stand as the very first word, added to picocli's model. Help, man page and completions
/// are made from the whole; guarding a command does without, for any of these words may name a
/// program, and building the rest costs time.
final class Subcommands {

    static final String RUN = "run";
    static final String MAN = "man";
    static final String COMPLETION = "completion";
    static final String VERSION = "version";
    static final String DOCTOR = "doctor";
    static final String HELP = "help";

    private static final String SHELLS = "bash|zsh|fish";

    private Subcommands() {}

    /// The options of guarding, and all subcommands.
    static CommandSpec tree() {
        CommandSpec tree = RunOptions.spec();
        tree.usageMessage().commandListHeading("%nAs the very first word, in place of CMD:%n");
        add(tree, RUN, "Guard CMD, whatever it is called.");
        for (String word : ClientCommand.WORDS) {
            ClientCommand command = ClientCommand.named(word);
            ClientLine.describe(command, add(tree, word, command.summary()));
        }
        explained(add(tree, MAN, "Print the man page: sentinel man | man -l -"));
        CommandSpec completion =
                add(tree, COMPLETION, "Print the completion for bash, zsh or fish.");
        completion.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel(SHELLS)
                        .type(String.class)
                        .arity("0..1")
                        .description("The shell that will read it.")
                        .build());
        explained(completion);
        CommandSpec version = add(tree, VERSION, "Show the version, or with -o json all about it.");
        version.addOption(
                OptionSpec.builder("-o", RunOptions.OUTPUT)
                        .type(String.class)
                        .paramLabel("text|json")
                        .description("Form of the answer (text).")
                        .build());
        explained(version);
        explained(add(tree, DOCTOR, "Tell what this machine offers to hold a tree together."));
        explained(add(tree, HELP, "Show this help."));
        return tree;
    }

    private static CommandSpec add(CommandSpec tree, String name, String text) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, RunOptions.LISTS).name(name);
        spec.usageMessage().description(text).width(tree.usageMessage().width());
        tree.addSubcommand(name, new CommandLine(spec, RunOptions.LISTS));
        return spec;
    }

    private static void explained(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder("-h", RunOptions.HELP)
                        .type(boolean.class)
                        .arity("0")
                        .usageHelp(true)
                        .description("Show what may follow, and exit.")
                        .build());
    }
}
