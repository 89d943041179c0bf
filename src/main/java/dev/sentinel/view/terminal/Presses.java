package dev.sentinel.view.terminal;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;

/// Key strokes as [Key] names them.
final class Presses {

    private Presses() {}

    /// A letter, or the name of a key; empty for what is neither.
    static String of(KeyStroke stroke) {
        KeyType type = stroke.getKeyType();
        if (type == KeyType.Character) {
            return letter(stroke);
        }
        return switch (type) {
            case ArrowUp -> "Up";
            case ArrowDown -> "Down";
            case PageUp -> "PgUp";
            case PageDown -> "PgDn";
            case Escape -> "Esc";
            default -> type.name();
        };
    }

    /// Ctrl-S is no 's'.
    private static String letter(KeyStroke stroke) {
        char letter = stroke.getCharacter();
        if (stroke.isCtrlDown()) {
            return "C-" + letter;
        }
        if (stroke.isAltDown()) {
            return "";
        }
        return letter == ' ' ? "Space" : String.valueOf(letter);
    }
}
