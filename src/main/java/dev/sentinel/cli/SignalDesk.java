package dev.sentinel.cli;

import dev.sentinel.model.Command;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What becomes of the signals that Sentinel itself gets: those that tell a program to end begin a
/// stop, all others are the command's business. Called on any thread.
///
/// Nobody tells who sent a signal. What a terminal sends it sends to its whole foreground group,
/// and while Sentinel is in there, a signal of that kind is taken to be the terminal's.
final class SignalDesk {

    /// Without SIG. SIGQUIT comes another way, and only to the first process of a container.
    static final List<String> NAMES = List.of("INT", "TERM", "HUP", "USR1", "USR2", "WINCH");

    /// Lists, for hashing a record is linked at run time, and this is on the way to the child.
    private static final List<Signal> ENDING = List.of(Signal.INT, Signal.TERM, Signal.HUP);

    private final Consumer<Command> mailbox;
    private final List<Signal> sentByTerminals;
    private final BooleanSupplier hearsTheTerminal;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /// @param screen whether the dashboard is drawn: Ctrl-C is a key then, and no signal
    /// @param hearsTheTerminal whether Sentinel is in the foreground of its terminal
    SignalDesk(Consumer<Command> mailbox, boolean screen, BooleanSupplier hearsTheTerminal) {
        this.mailbox = mailbox;
        this.sentByTerminals =
                screen ? List.of(Signal.WINCH) : List.of(Signal.INT, Signal.QUIT, Signal.WINCH);
        this.hearsTheTerminal = hearsTheTerminal;
    }

    /// A signal came.
    void got(Signal signal) {
        boolean byTerminal = sentByTerminals.contains(signal) && hearsTheTerminal.getAsBoolean();
        Received received = new Received(signal, byTerminal);
        if (ENDING.contains(signal)) {
            end(received);
        } else {
            mailbox.accept(new Command.Forward("", received));
        }
    }

    /// Ctrl-C was read as a key.
    void interruptKey() {
        end(Received.alone(Signal.INT));
    }

    /// The first one asks for a clean stop; a second Ctrl-C has no more patience.
    private void end(Received received) {
        StopCause cause = new StopCause.Signalled(received);
        boolean again = received.signal().equals(Signal.INT) && interrupted.getAndSet(true);
        mailbox.accept(again ? new Command.Kill("", cause) : new Command.Stop("", cause));
    }
}
