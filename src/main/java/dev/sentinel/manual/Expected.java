package dev.sentinel.manual;

import dev.sentinel.model.Signal;

import picocli.CommandLine.Model.ArgSpec;

import java.util.List;

/// What may stand as the value of an option or as a parameter. The label tells, as it tells a
/// reader of the help.
sealed interface Expected {

    /// A flag: no value follows.
    record Nothing() implements Expected {}

    record OneOf(List<String> words) implements Expected {}

    record File() implements Expected {}

    /// The name of a target, which only a running Sentinel can tell.
    record Target() implements Expected {}

    /// Something that cannot be guessed, such as a size.
    record Anything() implements Expected {}

    static Expected by(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return new Nothing();
        }
        String label = argument.paramLabel();
        return switch (label) {
            case "SIG" -> new OneOf(Signal.names());
            case "PATH" -> new File();
            case "NAME" -> argument.isOption() ? new Anything() : new Target();
            default ->
                    label.contains("|")
                            ? new OneOf(List.of(label.split("\\|", -1)))
                            : new Anything();
        };
    }
}
