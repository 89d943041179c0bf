package dev.sentinel.cli;

import dev.sentinel.supervise.ChildEnvironment;
import dev.sentinel.view.terminal.Dashboard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the terminal can show, from the variables that every other program asks.
final class ScreenLook {

    private ScreenLook() {}

    /// @param environment of this process, whose locale may have been set aside
    /// @param ascii whether the user wants nothing else
    static Dashboard.Look of(Map<String, String> environment, boolean ascii) {
        Charset charset = charset(environment);
        boolean unicode = !ascii && charset.equals(StandardCharsets.UTF_8);
        return new Dashboard.Look(charset, unicode, !environment.containsKey("NO_COLOR"));
    }

    /// By locale(7).
    private static Charset charset(Map<String, String> environment) {
        Map<String, String> users = new HashMap<>(environment);
        ChildEnvironment.restore(users);
        String locale =
                List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
                        .map(name -> users.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
        boolean utf8 = locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
        return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }
}
