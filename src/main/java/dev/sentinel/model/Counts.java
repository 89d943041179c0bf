package dev.sentinel.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How often each of a few things has happened. Immutable; the order is that of their declaration.
public final class Counts<K extends Enum<K>> {

    private final Map<K, Long> counts;

    private Counts(EnumMap<K, Long> counts) {
        this.counts = Collections.unmodifiableMap(counts);
    }

    /// Nothing has happened, and all of it is named.
    static <K extends Enum<K>> Counts<K> zeros(Class<K> keys) {
        EnumMap<K, Long> zeros = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            zeros.put(key, 0L);
        }
        return new Counts<>(zeros);
    }

    Counts<K> plus(K key, long times) {
        EnumMap<K, Long> more = new EnumMap<>(counts);
        more.merge(key, times, Long::sum);
        return new Counts<>(more);
    }

    public long of(K key) {
        return counts.getOrDefault(key, 0L);
    }

    /// Cannot be changed.
    public Map<K, Long> asMap() {
        return counts;
    }
}
