package dev.sentinel.linux;

import java.io.InputStream;
import java.nio.file.Path;

/// A pseudo-terminal (pty(7)) for a child: one side has a name, so that ProcessBuilder can give it
/// to a child, and Java reads what is written there from the other. Nobody types into it.
///
/// Closing it gives up the side of the child, of which the child then has its own descriptors.
public final class PseudoTerminal implements AutoCloseable {

    private final TerminalReader output;
    private final int childEnd;

    private PseudoTerminal(TerminalReader output, int childEnd) {
        this.output = output;
        this.childEnd = childEnd;
    }

    /// A new one.
    ///
    /// @param size that it says to have
    public static PseudoTerminal open(Self.Size size) throws SyscallFailed {
        TerminalReader output = new TerminalReader(TerminalCalls.openPseudoTerminal());
        try {
            TerminalCalls.setWindowSize(output.fd(), size.rows(), size.columns());
            TerminalCalls.setRawOutput(output.fd());
            return new PseudoTerminal(output, TerminalCalls.openPeer(output.fd()));
        } catch (SyscallFailed refused) {
            output.close();
            throw refused;
        }
    }

    /// What the child is to have as its input and output.
    public Path childPath() {
        return Path.of("/proc/self/fd/" + childEnd);
    }

    /// What is written; to be closed by whoever reads it. It ends with the last process that holds
    /// the other side.
    public InputStream output() {
        return output;
    }

    @Override
    public void close() {
        Libc.close(childEnd);
    }
}
