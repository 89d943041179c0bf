package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,    'memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3)'",
        "PT5S,    'memory 540.0 MiB > limit 512.0 MiB for 5 s (rss, tree of 3)'",
        "PT0.25S, 'memory 540.0 MiB > limit 512.0 MiB for 250 ms (rss, tree of 3)'",
    })
    void a_breach_says_how_much_against_what_and_for_how_long(Duration sustain, String text) {
        Limit limit = new Limit(ByteSize.ofMebibytes(512), sustain);
        assertEquals(text, new Verdict.Over(Snapshots.reading(540), limit).describe());
    }
}
