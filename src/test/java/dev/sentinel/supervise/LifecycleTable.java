package dev.sentinel.supervise;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.Survivor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every state × every occurrence, and what the words in it stand for. A dash means: stay, do
/// nothing, tell nothing. Early is just before something is due, late is when it is.
final class LifecycleTable {

    static final String ROWS =
            """
            Down       Begin        → Starting   Start  -
            Down       Started      → -
            Down       StartFailed  → -
            Down       ExitedAlone  → -
            Down       ExitedFirst  → -
            Down       TreeEmpty    → -
            Down       StopAsked    → -
            Down       KillAsked    → -
            Down       RestartAsked → -
            Down       Early        → -
            Down       Late         → -
            Down       LateNobody   → -
            Starting   Begin        → -
            Starting   Started      → Up         -      Started
            Starting   StartFailed  → Gone       -      Ended
            Starting   ExitedAlone  → -
            Starting   ExitedFirst  → -
            Starting   TreeEmpty    → -
            Starting   StopAsked    → Unwanted   -      -
            Starting   KillAsked    → Unwanted   -      -
            Starting   RestartAsked → -
            Starting   Early        → -
            Starting   Late         → -
            Starting   LateNobody   → -
            Unwanted   Begin        → -
            Unwanted   Started      → Stopping   Ask    Asked
            Unwanted   StartFailed  → Gone       -      Ended
            Unwanted   ExitedAlone  → -
            Unwanted   ExitedFirst  → -
            Unwanted   TreeEmpty    → -
            Unwanted   StopAsked    → -
            Unwanted   KillAsked    → -
            Unwanted   RestartAsked → -
            Unwanted   Early        → -
            Unwanted   Late         → -
            Unwanted   LateNobody   → -
            Again      Begin        → -
            Again      Started      → Up         -      Restarted
            Again      StartFailed  → Gone       -      Ended
            Again      ExitedAlone  → -
            Again      ExitedFirst  → -
            Again      TreeEmpty    → -
            Again      StopAsked    → Unwanted   -      -
            Again      KillAsked    → Unwanted   -      -
            Again      RestartAsked → -
            Again      Early        → -
            Again      Late         → -
            Again      LateNobody   → -
            Up         Begin        → -
            Up         Started      → -
            Up         StartFailed  → -
            Up         ExitedAlone  → Gone       -      Exited+Ended
            Up         ExitedFirst  → Stopping   Ask    Asked
            Up         TreeEmpty    → -
            Up         StopAsked    → Stopping   Ask    Asked
            Up         KillAsked    → Killing    Kill   Asked+Killed
            Up         RestartAsked → Restarting Ask    Asked
            Up         Early        → -
            Up         Late         → -
            Up         LateNobody   → -
            Stopping   Begin        → -
            Stopping   Started      → -
            Stopping   StartFailed  → -
            Stopping   ExitedAlone  → Gone       -      Exited+Ended
            Stopping   ExitedFirst  → Stopping   -      Exited
            Stopping   TreeEmpty    → Gone       -      Ended
            Stopping   StopAsked    → -
            Stopping   KillAsked    → Killing    Kill   Killed
            Stopping   RestartAsked → -
            Stopping   Early        → -
            Stopping   Late         → Killing    Kill   Killed
            Stopping   LateNobody   → Killing    Kill   Killed
            Restarting Begin        → -
            Restarting Started      → -
            Restarting StartFailed  → -
            Restarting ExitedAlone  → Again      Start  Exited+Ended
            Restarting ExitedFirst  → Restarting -      Exited
            Restarting TreeEmpty    → Again      Start  Ended
            Restarting StopAsked    → Stopping   -      -
            Restarting KillAsked    → Killing    Kill   Killed
            Restarting RestartAsked → -
            Restarting Early        → -
            Restarting Late         → Killing    Kill   Killed
            Restarting LateNobody   → Killing    Kill   Killed
            Killing    Begin        → -
            Killing    Started      → -
            Killing    StartFailed  → -
            Killing    ExitedAlone  → Gone       -      Exited+Ended
            Killing    ExitedFirst  → Killing    -      Exited
            Killing    TreeEmpty    → Gone       -      Ended
            Killing    StopAsked    → -
            Killing    KillAsked    → -
            Killing    RestartAsked → -
            Killing    Early        → Killing    Kill   -
            Killing    Late         → Unkillable Kill   Survived
            Killing    LateNobody   → Killing    Kill   -
            Unkillable Begin        → -
            Unkillable Started      → -
            Unkillable StartFailed  → -
            Unkillable ExitedAlone  → Gone       -      Exited+Ended
            Unkillable ExitedFirst  → Unkillable -      Exited
            Unkillable TreeEmpty    → Gone       -      Ended
            Unkillable StopAsked    → -
            Unkillable KillAsked    → -
            Unkillable RestartAsked → -
            Unkillable Early        → -
            Unkillable Late         → Unkillable Kill   -
            Unkillable LateNobody   → Unkillable Kill   -
            Gone       Begin        → -
            Gone       Started      → -
            Gone       StartFailed  → -
            Gone       ExitedAlone  → -
            Gone       ExitedFirst  → -
            Gone       TreeEmpty    → -
            Gone       StopAsked    → -
            Gone       KillAsked    → -
            Gone       RestartAsked → Again      Start  -
            Gone       Early        → -
            Gone       Late         → -
            Gone       LateNobody   → -
            """;

    static final StopPlan PLAN = new StopPlan(Signal.TERM, Duration.ofSeconds(3));
    static final ProcessId SELF = new ProcessId(42, 100);
    static final StopCause WISH = new StopCause.Requested(Requester.at("test"));
    static final StopCause.Restart RESTART = new StopCause.Restart(Requester.at("test"));
    static final ExitStatus EXIT = new ExitStatus(0);
    static final Duration ASKED_AT = Duration.ofSeconds(10);
    static final Duration LATE = Duration.ofSeconds(13);

    static final List<Survivor> SURVIVORS = List.of(new Survivor(42, "dd"), new Survivor(43, "cp"));

    static final Map<String, ChildState> STATES = new LinkedHashMap<>();
    static final Map<String, Occurrence> OCCURRENCES = new LinkedHashMap<>();

    static {
        STATES.put("Down", new ChildState.Down());
        STATES.put("Starting", new ChildState.Starting(Optional.empty(), false));
        STATES.put("Unwanted", new ChildState.Starting(Optional.of(WISH), false));
        STATES.put("Again", new ChildState.Starting(Optional.empty(), true));
        STATES.put("Up", new ChildState.Up(SELF, Duration.ofSeconds(1)));
        STATES.put(
                "Stopping",
                new ChildState.Stopping(SELF, WISH, Signal.TERM, ASKED_AT, LATE, Optional.empty()));
        STATES.put(
                "Restarting",
                new ChildState.Stopping(
                        SELF, RESTART, Signal.TERM, ASKED_AT, LATE, Optional.empty()));
        var killing =
                new ChildState.Killing(
                        SELF, WISH, Optional.of(Signal.TERM), ASKED_AT, LATE, Optional.empty());
        STATES.put("Killing", killing);
        STATES.put("Unkillable", new ChildState.Unkillable(killing, LATE, 1));
        STATES.put("Gone", new ChildState.Gone(new Ending.ByItself(EXIT, Duration.ofSeconds(9))));
        StartFailure failure = new StartFailure(StartFailure.Kind.NOT_FOUND, "no such command");
        OCCURRENCES.put("Begin", new Occurrence.Begin());
        OCCURRENCES.put("Started", new Occurrence.Started(SELF));
        OCCURRENCES.put("StartFailed", new Occurrence.StartFailed(failure));
        OCCURRENCES.put("ExitedAlone", new Occurrence.Exited(EXIT, true));
        OCCURRENCES.put("ExitedFirst", new Occurrence.Exited(EXIT, false));
        OCCURRENCES.put("TreeEmpty", new Occurrence.TreeEmpty());
        OCCURRENCES.put("StopAsked", new Occurrence.StopAsked(WISH));
        OCCURRENCES.put("KillAsked", new Occurrence.KillAsked(WISH));
        OCCURRENCES.put("RestartAsked", new Occurrence.RestartAsked(RESTART));
        OCCURRENCES.put("Early", new Occurrence.Tick(SURVIVORS));
        OCCURRENCES.put("Late", new Occurrence.Tick(SURVIVORS));
        OCCURRENCES.put("LateNobody", new Occurrence.Tick(List.of()));
    }

    private LifecycleTable() {}
}
