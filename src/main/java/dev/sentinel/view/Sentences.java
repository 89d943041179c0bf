package dev.sentinel.view;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Detection;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Histogram;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Survivor;
import dev.sentinel.model.TimeText;
import dev.sentinel.model.Trend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Events and endings as people read them, without the name of the target.
public final class Sentences {

    /// More names than that would fill the screen and say no more.
    private static final int NAMED_SURVIVORS = 10;

    private Sentences() {}

    /// One line for an event.
    public static String of(Event.Happening happening) {
        return switch (happening) {
            case Event.Started(var process) -> "started, pid " + process.pid();
            case Event.Restarted(var process) -> "started again, pid " + process.pid();
            case Event.SoftLimit(var reading, var limit) ->
                    "memory %s > soft limit %s (%s)"
                            .formatted(
                                    reading.used(),
                                    limit.soft(),
                                    limit.measure().describe(reading.processes()));
            case Event.Breach(var verdict) -> verdict.describe();
            case Event.Asked(var cause, var signal, var grace) ->
                    grace.isZero()
                            ? "%s; sending %s".formatted(cause.describe(), signal)
                            : "%s; sending %s, SIGKILL in %s"
                                    .formatted(cause.describe(), signal, TimeText.plain(grace));
            case Event.Killed(var after) ->
                    "sending SIGKILL to what is left after " + TimeText.seconds(after);
            case Event.Survived(var survivors) ->
                    "%s: %s; %s in uninterruptible sleep or may not be signalled; watching on"
                            .formatted(
                                    surviving(survivors.size()),
                                    named(survivors),
                                    survivors.size() == 1 ? "it is" : "they are");
            case Event.Exited(var exit, var alone) ->
                    alone ? exit.describe() : exit.describe() + "; processes of its tree still run";
            case Event.Ended(var ending) -> of(ending);
            case Event.LimitChanged(var before, var after) ->
                    "limit %s, was %s".formatted(of(after), of(before));
            case Event.Signalled(var signal, var reached) ->
                    reached ? signal + " sent" : signal + " reached nobody";
            case Event.Client(var by, var wish) ->
                    "%s asked for at the %s".formatted(wish, by.describe());
        };
    }

    /// `512.0 MiB`, or that there is none.
    public static String of(Limit limit) {
        return limit.isNone() ? "none" : limit.memory().toString();
    }

    /// Where memory is heading, if that looks like a leak.
    public static String of(Trend.Growing trend) {
        String rate = new ByteSize((long) trend.bytesPerSecond()) + "/s";
        return trend.timeToLimit()
                .map(left ->
                        "growth consistent with a leak: %s, at the limit in %s"
                                .formatted(rate, TimeText.rough(left)))
                .orElse("growth consistent with a leak: " + rate);
    }

    /// How well a breach was noticed; empty before there was one.
    public static Optional<String> of(Detection detection) {
        Histogram latency = detection.latency();
        return detection
                .overshoot()
                .map(over ->
                        "breach noticed within %d ms, over by %s, %s at most"
                                .formatted(
                                        latency.sum().toMillis() / latency.count() + 1,
                                        over.decided(),
                                        over.atMost()));
    }

    /// How many live although they were killed: `2 processes survive SIGKILL`.
    public static String surviving(int processes) {
        return processes == 1
                ? "1 process survives SIGKILL"
                : "%d processes survive SIGKILL".formatted(processes);
    }

    private static String named(List<Survivor> survivors) {
        String names =
                survivors.stream()
                        .limit(NAMED_SURVIVORS)
                        .map(one -> "%d (%s)".formatted(one.pid(), Printable.text(one.command())))
                        .collect(Collectors.joining(", "));
        int more = survivors.size() - NAMED_SURVIVORS;
        return more > 0 ? "%s and %d more".formatted(names, more) : names;
    }

    /// The one line that tells the reason.
    public static String of(Ending ending) {
        return switch (ending) {
            case Ending.NeverStarted(var failure) -> failure.text();
            case Ending.ByItself(var exit, var ran) ->
                    "%s after %s".formatted(exit.describe(), TimeText.seconds(ran));
            case Ending.Stopped stopped -> of(stopped);
        };
    }

    private static String of(Ending.Stopped stopped) {
        String signals =
                stopped.signals().stream()
                        .map(Signal::toString)
                        .collect(Collectors.joining(", then "));
        return "%s; %s, %s after %s"
                .formatted(
                        stopped.cause().describe(),
                        signals,
                        ended(stopped),
                        TimeText.seconds(stopped.took()));
    }

    private static String ended(Ending.Stopped stopped) {
        boolean restOfTree = stopped.cause() instanceof StopCause.LeftBehind;
        if (restOfTree || stopped.exit().isEmpty()) {
            return "all gone";
        }
        ExitStatus exit = stopped.exit().get();
        boolean byOurSignal = exit.signal().filter(stopped.signals()::contains).isPresent();
        return byOurSignal ? "ended" : exit.describe();
    }
}
