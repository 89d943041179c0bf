package dev.sentinel.view.terminal;

import com.googlecode.lanterna.terminal.ansi.UnixTerminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/// The terminal of this process, with keys that are keys only. A guard that is stopped with Ctrl-Z
/// guards nothing, one that dumps its threads with Ctrl-\ spoils the screen, and one whose screen
/// is held with Ctrl-S cannot give it back.
final class GuardedTerminal extends UnixTerminal {

    /// Takes it over; not stdin and stdout, for stdin may be a pipe that is meant for the child.
    GuardedTerminal(Charset charset) throws IOException {
        super(
                new FileInputStream("/dev/tty"),
                new FileOutputStream("/dev/tty"),
                charset,
                CtrlCBehaviour.TRAP);
    }

    /// Called while the terminal is set up; what it was before is put back as a whole at the end.
    @Override
    protected void keyStrokeSignalsEnabled(boolean enabled) throws IOException {
        super.keyStrokeSignalsEnabled(enabled);
        if (!enabled) {
            runSTTYCommand("susp", "undef", "quit", "undef", "-ixon");
        }
    }
}
