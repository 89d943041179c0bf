package dev.sentinel.cli;

import picocli.CommandLine.ParseResult;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What was given: on the command line or, failing that, in the environment.
record Given(ParseResult line, Map<String, String> environment) {

    /// The value of an option; empty when it was given nowhere.
    Optional<String> text(String option) {
        return line.hasMatchedOption(option)
                ? Optional.ofNullable(line.<String>matchedOptionValue(option, null))
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
        return line.hasMatchedOption(option)
                || inEnvironment(option).map(text -> truth(option, text)).orElse(false);
    }

    /// Whether a flag closes what an option opens. The command line decides, if it says anything.
    boolean closed(String flag, String option) {
        return line.hasMatchedOption(flag) || (!line.hasMatchedOption(option) && flag(flag));
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
        return variableSet(option).map(environment::get);
    }

    /// The variable that is set for an option, under its first name or an alias.
    private Optional<String> variableSet(String option) {
        if (isSet(option)) {
            return Optional.of(variable(option));
        }
        for (String name : line.commandSpec().findOption(option).names()) {
            if (name.startsWith("--") && isSet(name)) {
                return Optional.of(variable(name));
            }
        }
        return Optional.empty();
    }

    private boolean isSet(String option) {
        return !environment.getOrDefault(variable(option), "").isEmpty();
    }

    private String origin(String option) {
        return line.hasMatchedOption(option)
                ? option
                : variableSet(option).orElse(variable(option));
    }

    private static String variable(String option) {
        return "SENTINEL_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
