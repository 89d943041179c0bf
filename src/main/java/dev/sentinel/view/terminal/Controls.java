package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.Watched;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the user has chosen to see, changed by one key press after the other. Used by one thread.
final class Controls {

    /// Lines that one press scrolls by.
    private static final int PAGE = 10;

    private static final int EVERYTHING = Integer.MAX_VALUE / 2;

    private final boolean ownGuard;
    private TableLook table = TableLook.FIRST;
    private PaneLook pane = PaneLook.FIRST;
    private Optional<Dialog> dialog = Optional.empty();
    private Optional<Scene> paused = Optional.empty();
    private String notice = "";
    private String remark = "";
    private boolean mouse;

    /// @param ownGuard whether leaving ends the guard
    Controls(boolean ownGuard) {
        this.ownGuard = ownGuard;
    }

    /// What is to be drawn.
    ///
    /// @param now the latest there is
    Screenful screenful(Scene now) {
        Scene shown = paused.orElse(now);
        table.selected(table.rows(shown)).ifPresent(one -> select(one.name()));
        String told = (remark + "  " + notice).strip();
        return new Screenful(shown, table, pane, dialog, told, paused.isPresent(), mouse);
    }

    String selected() {
        return table.selected();
    }

    /// Something to be told until the next key.
    void notice(String text) {
        notice = text;
    }

    /// Something to be told whatever is pressed, before anything else; empty for nothing.
    void remark(String text) {
        remark = text;
    }

    /// One key.
    ///
    /// @param press a letter, or the name of a key
    /// @param now the latest there is
    Deed press(String press, Scene now) {
        notice = "";
        if (dialog.isPresent()) {
            return answer(dialog.get(), press, now);
        }
        return Key.of(press).map(key -> act(key, now)).orElse(Deed.NONE);
    }

    private Deed act(Key key, Scene now) {
        Scene shown = paused.orElse(now);
        switch (key) {
            case HELP -> dialog = Optional.of(new Dialog.Help(0));
            case QUIT -> {
                return quit(now);
            }
            case STOP -> ask(now, Questions::stop);
            case RESTART -> ask(now, Questions::restart);
            case KILL -> ask(now, Questions::kill);
            case SIGNAL -> ask(now, target -> new Dialog.Signals(target.name(), 0));
            case LIMIT -> ask(now, target -> prompt(new Dialog.Limit(target.name())));
            case FIND -> dialog = Optional.of(prompt(new Dialog.Find()));
            case FILTER -> dialog = Optional.of(prompt(new Dialog.Filter()));
            case NEXT -> find(shown, 1);
            case FORMER -> find(shown, -1);
            case SORT -> table = table.sort(table.sort().next(1));
            case SORT_BACK -> table = table.sort(table.sort().next(-1));
            case REVERSE -> table = table.reverse();
            case GRAPH -> pane = pane.toggle(Tab.GRAPH);
            case LOG -> pane = pane.toggle(Tab.LOG);
            case EVENTS -> pane = pane.toggle(Tab.EVENTS);
            case TREE -> pane = pane.toggle(Tab.TREE);
            case NEXT_TAB -> pane = pane.next();
            case PAUSE -> paused = paused.isPresent() ? Optional.empty() : Optional.of(now);
            case FOLLOW -> pane = pane.follows() ? pane.stay(shown) : pane.follow();
            case UP -> table = table.move(shown, -1);
            case DOWN -> table = table.move(shown, 1);
            case BACK -> scroll(PAGE, shown);
            case FORTH -> scroll(-PAGE, shown);
            case FIRST -> scroll(EVERYTHING, shown);
            case LAST -> last(shown);
            case MOUSE -> {
                mouse = !mouse;
                return new Deed.Mouse(mouse);
            }
            case REDRAW -> {
                return new Deed.Redraw();
            }
            case CANCEL -> {
                table = table.filter("");
                pane = pane.find("").follow();
            }
        }
        return Deed.NONE;
    }

    private Deed quit(Scene now) {
        Optional<Dialog> question = ownGuard ? Questions.quit(now) : Optional.empty();
        dialog = question;
        return question.isPresent() ? Deed.NONE : new Deed.Leave();
    }

    /// Opens a dialog about the selected target, if there is anything left of it.
    private void ask(Scene now, Function<Watched, Dialog> question) {
        Optional<Watched> target = table.selected(table.rows(now));
        dialog = target.filter(one -> !one.gone()).map(question);
        if (dialog.isEmpty()) {
            notice = target.map(one -> one.name() + " has ended").orElse("no target is selected");
        }
    }

    private static Dialog prompt(Dialog.Purpose purpose) {
        return new Dialog.Prompt(purpose, "", "");
    }

    /// Up is older; a tree, which has a top, begins there.
    private void scroll(int lines, Scene shown) {
        int most = Math.max(0, texts(shown).size() - 1);
        pane = pane.scroll(pane.tab() == Tab.TREE ? -lines : lines, most, shown);
    }

    /// What comes to an end is followed from there.
    private void last(Scene shown) {
        if (pane.tab() == Tab.TREE) {
            scroll(-EVERYTHING, shown);
        } else {
            pane = pane.follow();
        }
    }

    /// Targets are looked through downwards, lines from the newest on.
    ///
    /// @param direction 1, or -1 for back
    private void find(Scene shown, int direction) {
        if (pane.find().isEmpty()) {
            return;
        }
        if (!pane.searchable()) {
            table = table.find(shown, pane.find(), direction);
            return;
        }
        var found = new LineSearch(texts(shown), pane.find()).next(pane, direction);
        if (found.isPresent()) {
            pane = pane.showing(found.getAsInt(), shown);
        } else {
            String where = direction > 0 ? "older" : "newer";
            notice = "no %s line has '%s'".formatted(where, pane.find());
        }
    }

    private List<String> texts(Scene shown) {
        return Panes.texts(pane, shown, table.selected(table.rows(shown)));
    }

    private Deed answer(Dialog open, String press, Scene now) {
        if (press.equals("Esc")) {
            dialog = Optional.empty();
            return Deed.NONE;
        }
        return switch (open) {
            case Dialog.Help help -> {
                dialog = help.press(press);
                yield Deed.NONE;
            }
            case Dialog.Ask(_, var yes) -> {
                dialog = Optional.empty();
                yield press.equals("y") || press.equals("Y") ? yes : Deed.NONE;
            }
            case Dialog.Signals signals -> {
                dialog = signals.press(press);
                yield Deed.NONE;
            }
            case Dialog.Prompt prompt -> {
                dialog = Optional.of(prompt.press(press));
                yield press.equals("Enter") ? submit(prompt, now) : Deed.NONE;
            }
        };
    }

    private Deed submit(Dialog.Prompt prompt, Scene now) {
        dialog = Optional.empty();
        Scene shown = paused.orElse(now);
        switch (prompt.purpose()) {
            case Dialog.Filter() -> table = table.filter(prompt.text());
            case Dialog.Find() -> {
                pane = pane.find(prompt.text());
                find(shown, 1);
            }
            case Dialog.Limit(var target) -> {
                return limit(prompt, target, now);
            }
        }
        return Deed.NONE;
    }

    /// A limit that cannot be understood is asked for again.
    private Deed limit(Dialog.Prompt prompt, String target, Scene now) {
        if (prompt.text().isBlank()) {
            return Deed.NONE;
        }
        try {
            ByteSize size = ByteSize.parse(prompt.text(), now.machine().memory());
            dialog = Optional.of(Questions.limit(target, size));
        } catch (IllegalArgumentException wrong) {
            dialog = Optional.of(prompt.complain(String.valueOf(wrong.getMessage())));
        }
        return Deed.NONE;
    }

    /// A row of the table that was clicked on.
    void select(String name) {
        table = table.select(name);
    }
}
