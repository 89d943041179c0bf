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

    /// Every name of an option that was given, and its value.
    private final Map<String, Object> options = new HashMap<>();

    /// The variable that is set for an option, by the option's first long name.
    private final Map<String, Variable> variables = new HashMap<>();

    private record Variable(String name, String value) {}

    Given(ParseResult line, Map<String, String> environment) {
        for (OptionSpec option : line.matchedOptions()) {
            for (String name : option.names()) {
                options.put(name, option.getValue());
            }
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isEmpty()) {
                take(new Variable(name, value));
            }
        });
    }

    /// An alias counts as well, unless the option's own name is set too. Most names here are not
    /// for options at all.
    private void take(Variable variable) {
        Optional<RunOption> option = RunOptions.named(optionOf(variable.name()));
        if (option.isPresent()) {
            String own = option.get().longName();
            if (variable.name().equals(variable(own)) || !variables.containsKey(own)) {
                variables.put(own, variable);
            }
        }
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

    private boolean truth(String option, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default ->
                    throw new UsageError(
                            "%s: '%s' is neither true nor false".formatted(origin(option), text));
        };
    }

    private Optional<String> inEnvironment(String option) {
        return Optional.ofNullable(variables.get(option)).map(Variable::value);
    }

    private String origin(String option) {
        Variable variable = variables.get(option);
        return onTheLine(option) || variable == null ? option : variable.name();
    }

    private static String optionOf(String variable) {
        return "--"
                + variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The variable that stands for an option, by its long name.
    static String variable(String option) {
        return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
