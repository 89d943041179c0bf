package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.linux.Self;
import dev.sentinel.model.Launch;
import dev.sentinel.model.Target;
import dev.sentinel.view.Redacted;

import java.util.ArrayList;
import java.util.List;

/// What is to be guarded: the command, or as many copies of it as are wanted.
final class Targets {

    private Targets() {}

    /// @param screen whether the dashboard will be drawn
    /// @throws UsageError when the name will not do
    static List<Target> of(Settings settings, boolean screen) {
        String name = settings.name().orElseGet(() -> Target.nameOf(settings.command().getFirst()));
        if (settings.copies() == 1) {
            return List.of(target(settings, name, screen));
        }
        List<Target> targets = new ArrayList<>(settings.copies());
        for (int copy = 1; copy <= settings.copies(); copy++) {
            targets.add(target(settings, name + "-" + copy, screen));
        }
        return targets;
    }

    private static Target target(Settings settings, String name, boolean screen) {
        boolean keyboardIsOurs = screen && Self.isTerminal(Self.Stream.INPUT);
        Launch launch =
                new Launch(
                        settings.command(),
                        output(settings, screen),
                        keyboardIsOurs ? Launch.Input.NOTHING : Launch.Input.INHERIT,
                        settings.showArguments()
                                ? Redacted.line(settings.command())
                                : settings.command().getFirst());
        try {
            return new Target(
                    name,
                    launch,
                    settings.limit(),
                    settings.stop(),
                    settings.detector(),
                    settings.interval());
        } catch (IllegalArgumentException wrongName) {
            throw new UsageError("--name: " + wrongName.getMessage(), wrongName);
        }
    }

    private static Launch.Output output(Settings settings, boolean screen) {
        if (!screen) {
            return Launch.Output.INHERIT;
        }
        return settings.display().tty() ? Launch.Output.TERMINAL : Launch.Output.CAPTURE;
    }
}
