package dev.sentinel.view;

/// A colour as a program names it to a terminal.
public sealed interface Colour {

    /// The sixteen whose shades the user of the terminal chooses.
    enum Basic implements Colour {
        BLACK(0),
        RED(1),
        GREEN(2),
        YELLOW(3),
        BLUE(4),
        MAGENTA(5),
        CYAN(6),
        WHITE(7),
        BRIGHT_BLACK(8),
        BRIGHT_RED(9),
        BRIGHT_GREEN(10),
        BRIGHT_YELLOW(11),
        BRIGHT_BLUE(12),
        BRIGHT_MAGENTA(13),
        BRIGHT_CYAN(14),
        BRIGHT_WHITE(15);

        private final int number;

        Basic(int number) {
            this.number = number;
        }

        /// Its place in the palette.
        public int number() {
            return number;
        }

        static Basic of(int number) {
            for (Basic basic : values()) {
                if (basic.number == number) {
                    return basic;
                }
            }
            throw new IllegalArgumentException(number + " is not 0 to 15");
        }
    }

    /// One of the palette of 256, of which the first sixteen are the basic ones.
    record Indexed(int index) implements Colour {
        public Indexed {
            requireByte(index);
        }
    }

    /// Any, of so much of each light.
    record Rgb(int red, int green, int blue) implements Colour {
        public Rgb {
            requireByte(red);
            requireByte(green);
            requireByte(blue);
        }
    }

    private static void requireByte(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException(value + " is not 0 to 255");
        }
    }
}
