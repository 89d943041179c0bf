package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.contain.Enclosures;
import dev.sentinel.linux.OsSignals;
import dev.sentinel.linux.QuitSignal;
import dev.sentinel.linux.Self;
import dev.sentinel.model.Build;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;
import dev.sentinel.view.Sgr;
import dev.sentinel.view.SnapshotJson;
import dev.sentinel.view.StyledLines;
import dev.sentinel.view.StyledText;
import dev.sentinel.view.terminal.Dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Guards one command: wire, open, start, wait, close, tell.
final class RunCommand {

    /// Everything else would take the processors away from the start.
    private static final Duration HEAD_START = Duration.ofMillis(100);

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final int LAST_LINES = 10;

    private final Settings settings;
    private final boolean screen;
    private final Wiring wiring;
    private final SignalDesk signals;

    /// What the dashboard has failed with, if it has.
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();

    RunCommand(Settings settings, Build build, Enclosures enclosures) {
        this.settings = settings;
        this.screen = wantsScreen(settings.display().screen());
        this.wiring = new Wiring(settings, build, enclosures, screen);
        this.signals = new SignalDesk(this::wish, screen, Self::hearsTheTerminal);
    }

    /// What a signal to Sentinel asks for. A held screen does not outlive one that ends the
    /// command.
    private void wish(Command command) {
        if (!(command instanceof Command.Forward)) {
            wiring.loop.letEnd();
        }
        wiring.supervisor.offer(command);
    }

    /// Guards until nothing is left to guard.
    ///
    /// @return the exit code
    int call() {
        OsSignals.listen(SignalDesk.NAMES, number -> signals.got(new Signal(number)));
        try (Doors doors = wiring.doors) {
            doors.openDemanded();
            CompletableFuture<Snapshot> end = wiring.loop.start();
            wiring.loop.awaitFirstLook(HEAD_START);
            besideTheGuard("a door", doors::openOffered);
            besideTheGuard("an ear for SIGQUIT", this::listenToQuit);
            wiring.warnOfWhatIsHidden();
            if (Boolean.getBoolean("sentinel.rehearsal")) {
                ClientLine.rehearse(doors.outlets().get());
            }
            return tell(screen ? drawUntil(end) : printUntil(end));
        } catch (UsageError wrong) {
            throw wrong;
        } catch (ExecutionException | InterruptedException | RuntimeException fault) {
            wiring.printer.print(System.err, "sentinel: internal fault: " + fault);
            return ExitCode.SENTINEL_FAILED;
        } finally {
            closePrinter();
        }
    }

    /// From the start of the child on, nothing that is only beside the guard may end it.
    private void besideTheGuard(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError fault) {
            wiring.printer.warning("%s cannot be opened: %s".formatted(what, fault));
        }
    }

    /// Containers are stopped by a signal to the first process, and for some it is SIGQUIT.
    /// Anywhere else it is not worth its memory.
    private void listenToQuit() {
        if (ProcessHandle.current().pid() == 1) {
            try {
                QuitSignal.listen(() -> signals.got(Signal.QUIT));
                wiring.printer.remark("SIGQUIT goes to the command, as the first process gets it");
            } catch (IOException refused) {
                wiring.printer.remark("SIGQUIT stays with Sentinel: " + refused.getMessage());
            }
        }
    }

    private Snapshot printUntil(CompletableFuture<Snapshot> end)
            throws ExecutionException, InterruptedException {
        wiring.printer.start();
        wiring.doors.outlets().get().describe().forEach(wiring.printer::remark);
        if (settings.display().tty()) {
            wiring.printer.warning(
                    "--tty counts under the dashboard only; the command has what Sentinel itself has");
        }
        return end.get();
    }

    private Snapshot drawUntil(CompletableFuture<Snapshot> end)
            throws ExecutionException, InterruptedException {
        besideTheGuard("the dashboard", () -> drawUntilGone(end));
        // Without it there is nothing to hold, and the guard goes on with plain lines.
        wiring.loop.letEnd();
        wiring.printer.start();
        Snapshot last = end.get();
        last.targets().forEach(this::printLastLines);
        return last;
    }

    private void drawUntilGone(CompletableFuture<Snapshot> end) {
        try (Dashboard dashboard = openDashboard()) {
            OsSignals.listen(List.of("CONT"), _ -> takeAgain(dashboard));
            var _ = CompletableFuture.anyOf(end, broken).join();
        } catch (IOException noTerminal) {
            throw new UncheckedIOException(noTerminal);
        }
        if (broken.isDone()) {
            wiring.printer.warning(
                    "the dashboard has failed (%s); the guard goes on".formatted(broken.join()));
        }
    }

    private Dashboard openDashboard() throws IOException {
        return wiring.dashboard(signals::interruptKey, wiring.loop::letEnd, broken::complete);
    }

    private void takeAgain(Dashboard dashboard) {
        try {
            dashboard.takeAgain();
        } catch (IOException gone) {
            broken.complete(gone);
        }
    }

    /// On the terminal that was drawn on.
    private void printLastLines(TargetStatus target) {
        boolean colours = Screen.now().colours();
        List<StyledText> output = StyledLines.of(target.output());
        output.subList(Math.max(0, output.size() - LAST_LINES), output.size())
                .forEach(line ->
                        wiring.printer.print(System.out, colours ? Sgr.of(line) : line.text()));
    }

    /// The one line that tells the reason.
    private int tell(Snapshot last) {
        TargetStatus target = mostTelling(last.targets());
        Ending ending = endingOf(target);
        int code = ExitCode.of(ending, settings.preserveStatus());
        if (settings.talk().json()) {
            wiring.printer.print(System.err, SnapshotJson.result(target, ending, code));
        } else if (!settings.talk().quiet() || ending instanceof Ending.NeverStarted) {
            String reason = Printable.text(Sentences.of(ending));
            wiring.printer.print(System.err, "sentinel: %s: %s".formatted(target.name(), reason));
        }
        return code;
    }

    /// The first that went over its limit, for that is what a guard is there for; else the first.
    static TargetStatus mostTelling(List<TargetStatus> targets) {
        for (TargetStatus target : targets) {
            if (endingOf(target) instanceof Ending.Stopped stopped
                    && stopped.cause() instanceof StopCause.MemoryLimit) {
                return target;
            }
        }
        return targets.getFirst();
    }

    private static Ending endingOf(TargetStatus target) {
        if (target.state() instanceof ChildState.Gone(Ending ending)) {
            return ending;
        }
        throw new IllegalStateException("the loop ended before its target: " + target.state());
    }

    /// Everything said so far is written, but a stalled terminal does not keep Sentinel from
    /// ending.
    private void closePrinter() {
        try {
            wiring.printer.close(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean wantsScreen(Settings.Screen wish) {
        return switch (wish) {
            case OFF -> false;
            case AUTO -> canDraw();
            case ON -> {
                if (!canDraw()) {
                    throw new UsageError(
                            "--tui: there is no terminal that can be drawn on; leave it out");
                }
                yield true;
            }
        };
    }

    private static boolean canDraw() {
        String terminal = System.getenv().getOrDefault("TERM", "dumb");
        return Self.isTerminal(Self.Stream.OUTPUT)
                && Self.hearsTheTerminal()
                && !terminal.equals("dumb")
                && Screen.hasKeyboard();
    }
}
