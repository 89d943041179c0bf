package dev.sentinel.sample;

import dev.sentinel.linux.MemoryFiles;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.CgroupFacts.Incident;
import dev.sentinel.model.CgroupFacts.Size;
import dev.sentinel.model.CgroupFacts.Stalls;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the kernel tells of the memory of a cgroup. A slow look.
record CgroupSampler(MemoryFiles files) {

    static CgroupFacts read(String directory) {
        return new CgroupSampler(new MemoryFiles(directory)).read();
    }

    private CgroupFacts read() {
        Optional<Stalls> stalls =
                files.pressure().map(stall -> new Stalls(stall.someTotal(), stall.fullTotal()));
        return files.areThere()
                ? new CgroupFacts(sizes(), incidents(), stalls)
                : new CgroupFacts(Map.of(), Map.of(), stalls);
    }

    private Map<Size, ByteSize> sizes() {
        Map<String, Long> parts = files.numbers("memory.stat");
        Map<Size, ByteSize> sizes = new EnumMap<>(Size.class);
        for (Size size : Size.values()) {
            Optional<Long> bytes =
                    switch (size) {
                        case CURRENT, HIGH, MAX, PEAK -> files.number("memory." + word(size));
                        case SWAP -> files.number("memory.swap.current");
                        case ANON, FILE -> Optional.ofNullable(parts.get(word(size)));
                    };
            bytes.ifPresent(known -> sizes.put(size, new ByteSize(known)));
        }
        return sizes;
    }

    /// Older kernels do not know of all; what they do not know of they do not do either.
    private Map<Incident, Long> incidents() {
        Map<String, Long> events = files.numbers("memory.events");
        Map<Incident, Long> incidents = new EnumMap<>(Incident.class);
        for (Incident incident : Incident.values()) {
            incidents.put(incident, events.getOrDefault(word(incident), 0L));
        }
        return incidents;
    }

    private static String word(Enum<?> key) {
        return key.name().toLowerCase(Locale.ROOT);
    }
}
