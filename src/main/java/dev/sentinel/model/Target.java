package dev.sentinel.model;

/// What is to be guarded.
///
/// @param name how people, metrics and commands call it: 1 to 64 characters of `[A-Za-z0-9_.-]`
/// @param interval how often its memory is looked at
public record Target(
        String name,
        Launch launch,
        Limit limit,
        StopPlan stop,
        Detector detector,
        Interval interval) {

    private static final int LONGEST_NAME = 64;

    public Target {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !allAllowed(name)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a name; use 1 to %d letters, digits, '_', '.' or '-'"
                            .formatted(name, LONGEST_NAME));
        }
    }

    /// The same under another limit.
    public Target limitedTo(Limit other) {
        return new Target(name, launch, other, stop, detector, interval);
    }

    /// A usable name for any command: the last part of its path, foreign characters replaced.
    public static String nameOf(String command) {
        StringBuilder name = new StringBuilder();
        int end = command.length();
        int begin = command.lastIndexOf('/') + 1;
        for (int at = begin; at < end && name.length() < LONGEST_NAME; at++) {
            name.append(isAllowed(command.charAt(at)) ? command.charAt(at) : '_');
        }
        return name.isEmpty() ? "command" : name.toString();
    }

    private static boolean allAllowed(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (!isAllowed(name.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '_'
                || letter == '.'
                || letter == '-';
    }
}
