package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StartFailure;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class DashboardEventsTest {

    @Test
    void the_last_events_stand_below_the_graph() {
        Snapshot snapshot =
                Snapshots.telling(
                        Snapshots.of(Snapshots.running()),
                        new Event.Started(Snapshots.PROCESS),
                        new Event.LimitChanged(
                                Snapshots.LIMIT.of(ByteSize.ofMebibytes(400)), Snapshots.LIMIT),
                        new Event.Killed(Duration.ofSeconds(3)),
                        new Event.Restarted(Snapshots.PROCESS));
        assertEquals(
                List.of(
                        " events",
                        " 00:00:02  leaker: limit 512.0 MiB, was 400.0 MiB",
                        " 00:00:03  leaker: sending SIGKILL to what is left after 3.00 s",
                        " 00:00:04  leaker: started again, pid 4711"),
                screen(snapshot, 40)
                        .lines()
                        .dropWhile(line -> !line.equals(" events"))
                        .limit(4)
                        .toList());
    }

    @Test
    void a_small_screen_has_no_room_for_them() {
        Snapshot snapshot =
                Snapshots.telling(
                        Snapshots.of(Snapshots.running()), new Event.Started(Snapshots.PROCESS));
        assertFalse(screen(snapshot, 20).contains(" events"));
    }

    @Test
    void what_they_tell_is_harmless() {
        var failure = new StartFailure(StartFailure.Kind.NOT_FOUND, "\u001b[2J");
        Snapshot snapshot =
                Snapshots.telling(
                        Snapshots.of(Snapshots.running()),
                        new Event.Ended(new Ending.NeverStarted(failure)));
        assertFalse(screen(snapshot, 40).contains("\u001b"));
    }

    private static String screen(Snapshot snapshot, int rows) {
        return Screens.of(snapshot, Optional.empty(), 80, rows);
    }
}
