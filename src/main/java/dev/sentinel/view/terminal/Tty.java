package dev.sentinel.view.terminal;

import java.io.IOException;

/// The terminal of this process as the kernel has it: all but the characters on it.
public interface Tty {

    /// How much it shows.
    ///
    /// @param columns in a line; zero when it does not tell
    /// @param rows lines; zero when it does not tell
    record Size(int columns, int rows) {}

    /// Asked anew, as a window may have been resized.
    Size size();

    /// Whether it is ours to use. Another program may have it, as the shell does while this one is
    /// stopped or in the background.
    boolean inForeground();

    /// Sets it so that keys are keys only, and sees to it that somebody gives it back when this
    /// process cannot.
    void take() throws IOException;

    /// The same once more, when somebody else has had it meanwhile.
    void takeAgain() throws IOException;

    /// Sets it as it was before it was taken.
    void restore() throws IOException;

    /// Nobody has to give it back any more: settings and screen are as they were.
    void letGo();
}
