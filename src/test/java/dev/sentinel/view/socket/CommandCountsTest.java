package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class CommandCountsTest {

    private final CommandCounts counts = new CommandCounts();

    @Test
    void all_verbs_and_the_rest_are_there_with_zero() {
        List<String> words =
                Stream.concat(Arrays.stream(Verb.values()).map(Verb::word), Stream.of("other"))
                        .toList();
        assertEquals(words, List.copyOf(counts.byWord().keySet()));
        assertEquals(List.of(0L), counts.byWord().values().stream().distinct().toList());
    }

    @Test
    void each_verb_counts_and_whatever_is_none_counts_together() {
        Snapshot running = Snapshots.of(Snapshots.running());
        var sources =
                new CommandText.Sources(
                        () -> running,
                        () -> running,
                        () -> Snapshots.OUTLETS,
                        _ -> false,
                        () -> "",
                        counts,
                        Snapshots.BUILD);
        var text = new CommandText(sources);
        for (String line : List.of("status", "json status", "rm -rf /", "", "STATUS", "json")) {
            assertNotNull(text.answer(line, Requester.at("socket")));
        }
        Map<String, Long> asked = counts.byWord();
        assertEquals(2, asked.get("status"));
        assertEquals(4, asked.get("other"));
        assertEquals(0, asked.get("stop"));
    }
}
