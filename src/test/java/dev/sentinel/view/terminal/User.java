package dev.sentinel.view.terminal;

import dev.sentinel.model.Command;
import dev.sentinel.model.Snapshots;
import dev.sentinel.scene.Scene;

/// Somebody who sits before a screen of three targets and presses keys.
final class User {

    final Controls controls = new Controls(true);
    Scene now =
            Screens.scene(Snapshots.leaking(), Snapshots.called("api"), Snapshots.called("worker"));

    Deed press(String... presses) {
        Deed last = Deed.NONE;
        for (String press : presses) {
            last = controls.press(press, now);
        }
        return last;
    }

    Deed write(String text) {
        return press(text.split("(?!^)"));
    }

    String screen() {
        return Screens.of(controls.screenful(now), 100, 30);
    }

    static Deed wish(Command command) {
        return new Deed.Wish(command);
    }
}
