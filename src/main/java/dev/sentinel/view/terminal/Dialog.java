package dev.sentinel.view.terminal;

import dev.sentinel.model.Signal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is open in front of the screen, and takes the keys.
sealed interface Dialog {

    /// All keys.
    ///
    /// @param down lines scrolled down
    record Help(int down) implements Dialog {

        /// Empty when that closes it.
        Optional<Dialog> press(String key) {
            return switch (key) {
                case "Down", "j", "PgDn" -> Optional.of(new Help(Math.min(down + 1, MOST)));
                case "Up", "k", "PgUp" -> Optional.of(new Help(Math.max(0, down - 1)));
                default -> Optional.empty();
            };
        }

        private static final int MOST = Key.values().length - 1;
    }

    /// A question that `y` answers with yes, and everything else with no.
    ///
    /// @param yes what comes of it
    record Ask(String text, Deed yes) implements Dialog {}

    /// A signal to choose.
    ///
    /// @param at which one of [#SIGNALS]
    record Signals(String target, int at) implements Dialog {
        /// What is open after that key; empty for nothing.
        Optional<Dialog> press(String key) {
            return switch (key) {
                case "Up", "k" -> Optional.of(move(-1));
                case "Down", "j" -> Optional.of(move(1));
                case "Enter" -> Optional.of(Questions.signal(target, SIGNALS.get(at)));
                case "q" -> Optional.empty();
                default -> Optional.of(this);
            };
        }

        private Signals move(int by) {
            return new Signals(target, Math.floorMod(at + by, SIGNALS.size()));
        }
    }

    /// A line to write.
    ///
    /// @param complaint about what was written before; empty for none
    record Prompt(Purpose purpose, String text, String complaint) implements Dialog {

        /// Longer than anything that makes sense.
        private static final int LONGEST = 128;

        Prompt press(String key) {
            return switch (key) {
                case "Backspace" -> erase();
                case "Space" -> write(" ");
                // The names of keys are longer, and not text.
                default -> key.codePointCount(0, key.length()) == 1 ? write(key) : this;
            };
        }

        private Prompt write(String more) {
            return text.length() + more.length() > LONGEST
                    ? this
                    : new Prompt(purpose, text + more, "");
        }

        Prompt complain(String about) {
            return new Prompt(purpose, text, about);
        }

        private Prompt erase() {
            int end = text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1);
            return new Prompt(purpose, text.substring(0, end), "");
        }
    }

    /// What a line is for.
    sealed interface Purpose {}

    record Find() implements Purpose {}

    record Filter() implements Purpose {}

    record Limit(String target) implements Purpose {}

    /// Those that people send; the socket takes all of them.
    List<Signal> SIGNALS =
            Stream.of("HUP", "INT", "QUIT", "USR1", "USR2", "CONT", "STOP", "TERM")
                    .map(Signal::parse)
                    .toList();
}
