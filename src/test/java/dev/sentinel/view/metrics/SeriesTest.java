package dev.sentinel.view.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.Tally;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which series there are for one target, and that whatever happens adds none.
class SeriesTest {

    private static final int HOSTILE = 300;

    /// Without the prefix, and with `x` for the label `name`.
    private static final List<String> OF_A_TARGET =
            """
            target_info{x,mode="spawn",measure="pss",scope="tree",detector="poll"}
            target_up{x}
            target_start_time_seconds{x}
            target_restarts_total{x,reason="memory_limit"}
            target_restarts_total{x,reason="crash"}
            target_restarts_total{x,reason="exit"}
            target_restarts_total{x,reason="manual"}
            target_exits_total{x,outcome="success"}
            target_exits_total{x,outcome="failure"}
            target_exits_total{x,outcome="signal"}
            target_last_exit_code{x}
            target_last_exit_timestamp_seconds{x}
            terminations_total{x,reason="memory_limit"}
            terminations_total{x,reason="manual"}
            terminations_total{x,reason="shutdown"}
            terminations_total{x,reason="left_behind"}
            termination_duration_seconds_bucket{x,le="0.05"}
            termination_duration_seconds_bucket{x,le="0.1"}
            termination_duration_seconds_bucket{x,le="0.5"}
            termination_duration_seconds_bucket{x,le="1.0"}
            termination_duration_seconds_bucket{x,le="2.0"}
            termination_duration_seconds_bucket{x,le="3.0"}
            termination_duration_seconds_bucket{x,le="5.0"}
            termination_duration_seconds_bucket{x,le="10.0"}
            termination_duration_seconds_bucket{x,le="+Inf"}
            termination_duration_seconds_count{x}
            termination_duration_seconds_sum{x}
            signals_sent_total{x,signal="SIGTERM"}
            signals_sent_total{x,signal="SIGKILL"}
            signals_sent_total{x,signal="other"}
            kill_survivors{x}
            memory_usage_bytes{x}
            memory_peak_bytes{x}
            memory_resident_bytes{x}
            memory_proportional_bytes{x}
            memory_limit_bytes{x}
            memory_soft_limit_bytes{x}
            memory_growth_bytes_per_second{x}
            memory_time_to_limit_seconds{x}
            limit_overshoot_bytes{x}
            limit_overshoot_peak_bytes{x}
            tree_processes{x}
            tree_threads{x}
            tree_open_fds{x}
            cpu_seconds_total{x,mode="user"}
            cpu_seconds_total{x,mode="system"}
            page_faults_total{x,kind="minor"}
            page_faults_total{x,kind="major"}
            pressure_memory_waiting_seconds_total{x}
            pressure_memory_stalled_seconds_total{x}
            cgroup_memory_current_bytes{x}
            cgroup_memory_high_bytes{x}
            cgroup_memory_max_bytes{x}
            cgroup_memory_peak_bytes{x}
            cgroup_memory_swap_bytes{x}
            cgroup_memory_anon_bytes{x}
            cgroup_memory_file_bytes{x}
            cgroup_memory_events_total{x,event="low"}
            cgroup_memory_events_total{x,event="high"}
            cgroup_memory_events_total{x,event="max"}
            cgroup_memory_events_total{x,event="oom"}
            cgroup_memory_events_total{x,event="oom_kill"}
            cgroup_memory_events_total{x,event="oom_group_kill"}
            samples_total{x}
            sample_errors_total{x}
            sample_interval_seconds{x}
            last_sample_timestamp_seconds{x}
            """
                    .lines()
                    .toList();

    private static List<String> series(TargetStatus... targets) {
        return FullScrape.series(FullScrape.text(targets)).stream()
                .filter(line -> line.contains("name=\""))
                .toList();
    }

    private static TargetStatus up(String name) {
        return FullScrape.target(name, Snapshots.up(), Tally.NOTHING.plusStart());
    }

    @Test
    void these_are_all_that_a_target_can_have() {
        List<String> shown =
                series(up("x")).stream()
                        .map(line -> line.replace("sentinel_", "").replace("name=\"x\"", "x"))
                        .toList();
        assertEquals(String.join("\n", OF_A_TARGET), String.join("\n", shown));
    }

    @Test
    void none_is_there_twice() {
        List<String> all = FullScrape.series(FullScrape.text(up("a"), up("b")));
        assertEquals(new HashSet<>(all).size(), all.size());
    }

    static List<ChildState> statesWithProcesses() {
        return List.of(
                Snapshots.stopping(Snapshots.BREACH),
                Snapshots.killing(Snapshots.BREACH),
                Snapshots.unkillable(Snapshots.BREACH));
    }

    @ParameterizedTest
    @MethodSource("statesWithProcesses")
    void restarts_kills_and_exits_add_none(ChildState state) {
        Tally tally = Tally.NOTHING;
        for (int life = 0; life < 100; life++) {
            tally = tally.plusStart().plus(Snapshots.BREACH).plus(new ExitStatus(life));
            tally = tally.plus(new Signal(1 + life % 31), life).plusSample().plusSampleError();
        }
        assertEquals(series(up("x")), series(FullScrape.target("x", state, tally)));
    }

    @Test
    void three_hundred_hostile_names_have_as_many_each_as_a_tame_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TargetStatus[] hostile =
                IntStream.range(0, HOSTILE)
                        .mapToObj(place -> up(Target.nameOf(junk(random)) + "-" + place))
                        .toArray(TargetStatus[]::new);
        List<String> all = series(hostile);
        assertEquals(HOSTILE * OF_A_TARGET.size(), all.size(), "seed " + seed);
        assertEquals(all.size(), new HashSet<>(all).size(), "seed " + seed);
    }

    private static String junk(Random random) {
        return random.ints(random.nextInt(50), 1, 0x2100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
