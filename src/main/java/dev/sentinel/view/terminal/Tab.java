package dev.sentinel.view.terminal;

import java.util.List;

/// What can be shown below the table.
enum Tab {
    GRAPH("graph", 'g'),
    LOG("log", 'l'),
    EVENTS("events", 'e'),
    TREE("tree", 't');

    private static final List<Tab> ALL = List.of(values());

    private final String title;
    private final char key;

    Tab(String title, char key) {
        this.title = title;
        this.key = key;
    }

    String title() {
        return title;
    }

    /// The letter that opens it.
    char key() {
        return key;
    }

    Tab next() {
        return ALL.get((ALL.indexOf(this) + 1) % ALL.size());
    }
}
