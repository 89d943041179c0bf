package dev.sentinel.view.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every key and what it does: the one table behind the keyboard, the help on the screen and the
/// manual.
public enum Key {
    HELP("help", "this list", "?, h, F1"),
    QUIT("quit", "leave; asks when that would end something", "q, F10"),
    STOP("stop", "stop the selected target: politely, then firmly; asks first", "s"),
    RESTART("restart", "stop it and start it again; asks first", "r"),
    KILL("kill", "kill its whole tree at once; asks first", "K"),
    LOG("log", "what it has printed last, where Sentinel keeps it", "l"),
    EVENTS("events", "what has happened", "e"),
    TREE("tree", "its processes", "t, F5"),
    GRAPH("graph", "the staircase of memory, as large as there is room", "g"),
    NEXT_TAB("", "the next of these four; a key of its own closes it again", "Tab"),
    LIMIT("limit", "change its memory limit", "m"),
    SIGNAL("signal", "send it a signal from a list; asks first", "x, F9"),
    FIND("find", "find text in log or events, else a target by its name", "/, F3"),
    NEXT("", "the next one that has it: an older line, or a target further down", "n"),
    FORMER("", "the one that was found before", "N"),
    FILTER("filter", "list only targets with that in name or state", "\\, F4"),
    SORT("sort", "sort by the next column", ">, F6"),
    SORT_BACK("", "sort by the column before", "<"),
    REVERSE("", "sort the other way round", "I"),
    PAUSE("pause", "stop the picture, not the guard", "Space"),
    FOLLOW("follow", "show what is printed as it comes, or stay where you are", "F"),
    UP("", "the target above", "Up, k"),
    DOWN("", "the target below", "Down, j"),
    BACK("", "older lines", "PgUp"),
    FORTH("", "newer lines", "PgDn"),
    FIRST("", "the oldest line", "Home"),
    LAST("", "the newest line, and follow", "End"),
    MOUSE("", "take the mouse: click on a target, turn the wheel; again to let go", "M"),
    REDRAW("", "draw everything anew", "C-l"),
    CANCEL("", "close whatever is open", "Esc");

    private final String title;
    private final String text;
    private final String presses;

    /// @param presses the keys that do it, with a comma between two
    Key(String title, String text, String presses) {
        this.title = title;
        this.text = text;
        this.presses = presses;
    }

    /// A word for the line of keys; empty for those that are not in it.
    String title() {
        return title;
    }

    /// What it does, in a few words.
    public String text() {
        return text;
    }

    /// The first of the keys that do it.
    String press() {
        return list().getFirst();
    }

    /// All keys that do it: `q, F10`.
    public String presses() {
        return presses;
    }

    /// What a key does; empty for nothing.
    ///
    /// @param press a letter, or the name of a key
    static Optional<Key> of(String press) {
        return Arrays.stream(values()).filter(key -> key.list().contains(press)).findFirst();
    }

    private List<String> list() {
        return List.of(presses.split(", ", -1));
    }
}
