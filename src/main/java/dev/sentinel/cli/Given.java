package dev.sentinel.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What was given: on the command line or, failing that, in the environment.
final class Given {

    private static final String PREFIX = "SENTINEL_";

    private final ParseResult line;

    /// Every name of an option that was given, and its value.
    private final Map<String, Object> options = new HashMap<>();

    /// Variables that may stand for options, and have a value.
    private final Map<String, String> variables = new HashMap<>();

    Given(ParseResult line, Map<String, String> environment) {
        this.line = line;
        for (OptionSpec option : line.matchedOptions()) {
            for (String name : option.names()) {
                options.put(name, option.getValue());
            }
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isEmpty()) {
                variables.put(name, value);
            }
        });
    }

    /// The value of an option; empty when it was given nowhere.
    Optional<String> text(String option) {
        return onTheLine(option)
                ? Optional.of(String.valueOf(options.get(option)))
                : inEnvironment(option);
    }

    /// The value of an option, read by a parser whose complaint gets the option's name in front.
    ///
    /// @param otherwise what it is when it was given nowhere
    <T> T value(String option, T otherwise, Function<String, T> parser) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException wrong) {
            throw new UsageError("%s: %s".formatted(origin(option), wrong.getMessage()), wrong);
        }
    }

    boolean flag(String option) {
        return onTheLine(option)
                || inEnvironment(option).map(text -> truth(option, text)).orElse(false);
    }

    /// Whether a flag closes what an option opens. The command line decides, if it says anything.
    boolean closed(String flag, String option) {
        return onTheLine(flag) || (!onTheLine(option) && flag(flag));
    }

    private boolean onTheLine(String option) {
        return options.containsKey(option);
    }

    private static boolean truth(String option, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default ->
                    throw new UsageError(
                            "%s: '%s' is neither true nor false".formatted(variable(option), text));
        };
    }

    private Optional<String> inEnvironment(String option) {
        return variableSet(option).map(variables::get);
    }

    /// The variable that is set for an option, under its first name or an alias.
    private Optional<String> variableSet(String option) {
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        if (variables.containsKey(variable(option))) {
            return Optional.of(variable(option));
        }
        for (String name : line.commandSpec().findOption(option).names()) {
            if (name.startsWith("--") && variables.containsKey(variable(name))) {
                return Optional.of(variable(name));
            }
        }
        return Optional.empty();
    }

    private String origin(String option) {
        return onTheLine(option) ? option : variableSet(option).orElse(variable(option));
    }

    /// The variable that stands for an option, by its long name.
    static String variable(String option) {
        return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
