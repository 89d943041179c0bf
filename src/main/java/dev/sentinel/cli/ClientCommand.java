package dev.sentinel.cli;

import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A word that asks a running Sentinel, or has it do something.
interface ClientCommand {

    String STATUS = "status";
    String PS = "ps";
    String STOP = "stop";
    String RESTART = "restart";
    String SIGNAL = "signal";
    String LIMIT = "limit";
    String LOGS = "logs";
    String EVENTS = "events";
    String TOP = "top";

    /// All of them, in the order of the help.
    List<String> WORDS = List.of(STATUS, PS, STOP, RESTART, SIGNAL, LIMIT, LOGS, EVENTS, TOP);

    /// What stands for a target in the help.
    String NAME = "NAME";

    /// The command of that word, which is one of [#WORDS].
    static ClientCommand named(String word) {
        return switch (word) {
            case STATUS, PS -> new StatusCommand(word);
            case STOP, RESTART -> new EndCommand(word);
            case SIGNAL -> new SignalCommand();
            case LIMIT -> new LimitCommand();
            case LOGS -> new LogsCommand();
            case EVENTS -> new EventsCommand();
            case TOP -> new TopCommand();
            default -> throw new IllegalArgumentException(word);
        };
    }

    /// One line about it.
    String summary();

    /// Adds what may follow the word.
    void describe(CommandSpec spec);

    /// Does it.
    ///
    /// @return the exit code
    int run(ParseResult asked, Dialogue talk) throws NotAnswered;

    /// Any number of names.
    static PositionalParamSpec names() {
        return PositionalParamSpec.builder()
                .paramLabel(NAME)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .description("Which targets.")
                .build();
    }

    /// A word that has to be there.
    ///
    /// @param index from 0 upwards
    static PositionalParamSpec word(int index, String label, String text) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(label)
                .type(String.class)
                .required(true)
                .description(text)
                .build();
    }

    /// What was given for [#names()].
    static List<String> names(ParseResult asked) {
        return asked.matchedPositionalValue(0, new ArrayList<>());
    }

    /// The value of an option, read by a parser whose complaint gets the option's name in front;
    /// empty when it was not given.
    static <T> Optional<T> value(ParseResult asked, String option, Function<String, T> parser) {
        String text = asked.matchedOptionValue(option, "");
        if (!asked.hasMatchedOption(option)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException wrong) {
            throw new UsageError("%s: %s".formatted(option, wrong.getMessage()), wrong);
        }
    }
}
