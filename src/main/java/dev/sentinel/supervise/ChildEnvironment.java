package dev.sentinel.supervise;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment of children: the user's own.
///
/// A JVM obeys some variables that the user means for the command, not for its guard. The start
/// script sets them aside under names of its own, so that Sentinel's JVM does not see them; here
/// they get their names back.
final class ChildEnvironment {

    private static final List<String> SET_ASIDE =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final String PREFIX = "SENTINEL_ASIDE_";

    private ChildEnvironment() {}

    /// Puts back what was set aside; everything else stays as it is.
    static void restore(Map<String, String> environment) {
        for (String name : SET_ASIDE) {
            Optional.ofNullable(environment.remove(PREFIX + name))
                    .ifPresent(value -> environment.put(name, value));
        }
    }
}
