package dev.sentinel.scene;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.Trend;

/// A target's memory.
///
/// @param used what is used now, as the limit measures it; zero when nothing runs
/// @param peak the most that was ever used
/// @param limit zero for none
/// @param soft zero for none
/// @param measure what is compared with the limit, in a word or two: `rss, tree`
public record Use(
        ByteSize used,
        ByteSize peak,
        ByteSize limit,
        ByteSize soft,
        String measure,
        Trend trend,
        History history) {

    /// Usage divided by the limit; zero without a limit.
    public double share() {
        return limit.bytes() == 0 ? 0 : (double) used.bytes() / limit.bytes();
    }
}
