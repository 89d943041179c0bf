package dev.sentinel.view.terminal;

import dev.sentinel.scene.Scene;

import java.util.Optional;

/// How the user looks at what is below the table.
///
/// @param tab which part
/// @param open whether it is there at all; else the table has its room
/// @param back lines scrolled back from the end
/// @param held what log and events are shown from while they do not follow
/// @param find what is searched for in them; empty for nothing
record PaneLook(Tab tab, boolean open, int back, Optional<Scene> held, String find) {

    static final PaneLook FIRST = new PaneLook(Tab.LOG, true, 0, Optional.empty(), "");

    /// Opens a part, or closes it when it is open already.
    PaneLook toggle(Tab other) {
        return new PaneLook(other, !open || tab != other, 0, Optional.empty(), find);
    }

    PaneLook next() {
        return new PaneLook(open ? tab.next() : tab, true, 0, Optional.empty(), find);
    }

    PaneLook find(String text) {
        return new PaneLook(tab, open, back, held, text);
    }

    boolean follows() {
        return held.isEmpty();
    }

    /// Whether it has lines that can be looked for text.
    boolean searchable() {
        return open && (tab == Tab.LOG || tab == Tab.EVENTS);
    }

    /// Scrolled by so many lines, as far as there are any.
    PaneLook scroll(int by, int most, Scene now) {
        return showing(Math.clamp((long) back + by, 0, most), now);
    }

    /// So many lines back; what is looked at then stays, whatever comes.
    PaneLook showing(int lines, Scene now) {
        return new PaneLook(tab, open, lines, Optional.of(held.orElse(now)), find);
    }

    /// At the end, with whatever comes.
    PaneLook follow() {
        return new PaneLook(tab, open, 0, Optional.empty(), find);
    }

    PaneLook stay(Scene now) {
        return new PaneLook(tab, open, back, Optional.of(now), find);
    }
}
