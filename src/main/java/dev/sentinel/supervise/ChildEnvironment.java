package dev.sentinel.supervise;

import java.util.List;
import java.util.Map;

/// The environment of children: the user's own.
///
/// A JVM obeys some variables that the user means for the command, not for its guard, and reads
/// arguments by a locale that may not know their characters. So the start script sets such
/// variables aside under names of its own; here they get their names back.
public final class ChildEnvironment {

    private static final List<String> SET_ASIDE =
            List.of(
                    "JAVA_TOOL_OPTIONS",
                    "JDK_JAVA_OPTIONS",
                    "_JAVA_OPTIONS",
                    "_JAVA_SR_SIGNUM",
                    "LC_ALL");
    private static final String PREFIX = "SENTINEL_ASIDE_";

    private ChildEnvironment() {}

    /// Puts back what was set aside; everything else stays as it is. A value set aside is written
    /// `=value`, and nothing at all for a variable that was not set.
    public static void restore(Map<String, String> environment) {
        for (String name : SET_ASIDE) {
            String aside = environment.remove(PREFIX + name);
            // Without the start script nothing was set aside.
            if (aside == null) {
                continue;
            }
            if (aside.startsWith("=")) {
                environment.put(name, aside.substring(1));
            } else {
                environment.remove(name);
            }
        }
    }
}
