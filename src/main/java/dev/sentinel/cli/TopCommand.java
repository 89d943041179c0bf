package dev.sentinel.cli;

import dev.sentinel.contain.Watchdog;
import dev.sentinel.linux.OsSignals;
import dev.sentinel.linux.Self;
import dev.sentinel.view.socket.NotAnswered;
import dev.sentinel.view.terminal.Dashboard;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// `top`: the full screen of a Sentinel that runs somewhere else.
record TopCommand() implements ClientCommand {

    @Override
    public String summary() {
        return "Show a running Sentinel on the whole screen.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .paramLabel(NAME)
                        .type(String.class)
                        .arity("0..1")
                        .description("Which target is selected first.")
                        .build());
        spec.addOption(RunOption.flag("Draw with ASCII alone.", RunOptions.ASCII).spec());
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        String name = asked.matchedPositionalValue(0, "");
        if (!name.isEmpty()) {
            talk.requireKnown(name);
        }
        Dashboard.Look look =
                ScreenLook.of(System.getenv(), asked.hasMatchedOption(RunOptions.ASCII));
        Supplier<Duration> clock = Wiring.clock();
        try (RemoteGuard guard = new RemoteGuard(talk, name, clock)) {
            if (!canDraw()) {
                throw new UsageError(
                        "there is no terminal that can be drawn on; 'sentinel status' tells the same in lines");
            }
            return draw(guard, clock, look);
        }
    }

    /// A job in the background would be stopped as soon as it touches the terminal.
    private static boolean canDraw() {
        return Screen.atStart().terminal() && Self.hearsTheTerminal() && Screen.hasKeyboard();
    }

    private static int draw(RemoteGuard guard, Supplier<Duration> clock, Dashboard.Look look) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        // Not by way of the JVM's own end, for the terminal is to be as it was by then.
        OsSignals.listen(List.of("HUP", "INT", "TERM"), number -> end.complete(128 + number));
        var parts =
                new Dashboard.Parts(
                        guard,
                        false,
                        () -> end.complete(ExitCode.INTERRUPTED),
                        () -> end.complete(ExitCode.OK),
                        end::completeExceptionally,
                        clock);
        // It guards nothing, but gives the terminal back when this process cannot.
        Watchdog watchdog = new Watchdog(System.getProperty(Watchdog.PIPE));
        try (Dashboard dashboard = new Dashboard(parts, new ControllingTerminal(watchdog), look)) {
            OsSignals.listen(List.of("CONT"), _ -> takeAgain(dashboard, end));
            return end.join();
        } catch (IOException | CompletionException unusable) {
            throw new AskFailed(
                    ExitCode.USAGE,
                    "the terminal cannot be drawn on: %s; 'sentinel status' tells the same in lines"
                            .formatted(unusable.getMessage()));
        }
    }

    private static void takeAgain(Dashboard dashboard, CompletableFuture<Integer> end) {
        try {
            dashboard.takeAgain();
        } catch (IOException gone) {
            end.completeExceptionally(gone);
        }
    }
}
