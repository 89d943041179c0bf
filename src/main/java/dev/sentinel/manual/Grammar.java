package dev.sentinel.manual;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command and its options, seen as shells have to see them.
record Grammar(CommandSpec spec) {

    String name() {
        return spec.name();
    }

    /// One line about the command.
    String summary() {
        return sentence(spec.usageMessage().description());
    }

    /// What may stand as the very first word.
    List<Grammar> subcommands() {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(Grammar::new)
                .toList();
    }

    /// Those that guard nothing. The others have no options of their own: the general ones follow.
    List<Grammar> answers() {
        return subcommands().stream().filter(command -> !command.options().isEmpty()).toList();
    }

    /// Those that a command to guard follows.
    List<Grammar> prefixes() {
        return subcommands().stream().filter(command -> command.options().isEmpty()).toList();
    }

    /// Those that are to be known of.
    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    /// Those that a reader cannot know.
    List<OptionSpec> told() {
        return options().stream().filter(option -> !option.usageHelp()).toList();
    }

    List<OptionSpec> optionsWithValue() {
        return options().stream().filter(Grammar::takesValue).toList();
    }

    /// Every spelling of every option.
    List<String> optionNames() {
        return options().stream().flatMap(option -> Stream.of(option.names())).toList();
    }

    List<PositionalParamSpec> parameters() {
        return spec.positionalParameters().stream().filter(word -> !word.hidden()).toList();
    }

    /// Whether it may be given again and again.
    static boolean repeats(PositionalParamSpec parameter) {
        return parameter.arity().max() > 1;
    }

    /// Which word it is behind the command's own, from 1 upwards.
    static int place(PositionalParamSpec parameter) {
        return parameter.index().min() + 1;
    }

    /// The letters that can stand before another one in a word, as in `-qm`.
    String flagLetters() {
        return options().stream()
                .filter(option -> !takesValue(option))
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .flatMap(option -> Stream.of(option.names()))
                .filter(Grammar::isLetter)
                .map(name -> name.substring(1))
                .collect(Collectors.joining());
    }

    static boolean takesValue(OptionSpec option) {
        return !(Expected.by(option) instanceof Expected.Nothing);
    }

    /// Whether it is of the form `-x`.
    static boolean isLetter(String name) {
        return !name.startsWith("--");
    }

    static String names(List<Grammar> commands, String between) {
        return commands.stream().map(Grammar::name).collect(Collectors.joining(between));
    }

    /// What is said about an option. picocli takes it for a format.
    static String description(ArgSpec argument) {
        return sentence(argument.description());
    }

    private static String sentence(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }
}
