package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.MemoryStatus;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HistoryJsonTest {

    @Test
    void a_staircase_is_a_point_for_each_step() {
        assertEquals(
                """
                {"at":1767323045.000,"targets":[{"name":"leaker","points":[\
                [1767322965.000,50331648],[1767322975.000,100663296],[1767322985.000,150994944],\
                [1767322995.000,201326592],[1767323005.000,251658240],[1767323015.000,301989888],\
                [1767323025.000,352321536],[1767323035.000,402653184]]}]}\
                """,
                HistoryJson.of(Snapshots.of(Snapshots.running())));
    }

    @Test
    void before_the_first_look_there_is_no_point() {
        assertEquals(
                "{\"at\":1767323045.000,\"targets\":[{\"name\":\"leaker\",\"points\":[]}]}",
                HistoryJson.of(Snapshots.of(Snapshots.starting())));
    }

    @Test
    void what_has_not_changed_for_long_began_when_the_time_shown_did() {
        History history = History.EMPTY.plus(at(5, 10)).plus(at(100, 20)).plus(at(2000, 30));
        Snapshot late = at(Duration.ofSeconds(2010), history);
        // Of ten minutes the first second is 1411.
        long start = Snapshots.WALL.getEpochSecond() - 2010;
        assertEquals(
                "[[%d.000,20971520],[%d.000,31457280]]".formatted(start + 1411, start + 2000),
                HistoryJson.of(late).replaceAll(".*\"points\":|}]}", ""));
    }

    private static MemoryReading at(long second, long mebibytes) {
        return new MemoryReading(Duration.ofSeconds(second), ByteSize.ofMebibytes(mebibytes), 1);
    }

    private static Snapshot at(Duration now, History history) {
        TargetStatus status = Snapshots.running();
        MemoryStatus memory = status.memory();
        Snapshot snapshot =
                Snapshots.of(
                        new TargetStatus(
                                status.target(),
                                status.state(),
                                new MemoryStatus(
                                        memory.reading(),
                                        memory.peak(),
                                        history,
                                        memory.trend(),
                                        memory.detection(),
                                        memory.source()),
                                status.members(),
                                status.interval(),
                                status.tally(),
                                status.start(),
                                status.lastExit(),
                                status.heldBy(),
                                status.log()));
        return new Snapshot(
                new Moment(now, snapshot.at().wall()),
                snapshot.targets(),
                snapshot.events(),
                snapshot.pace(),
                snapshot.self(),
                snapshot.machine(),
                snapshot.facts());
    }
}
