package dev.sentinel.view.terminal;

import dev.sentinel.model.Trend;
import dev.sentinel.scene.Watched;

import java.util.Comparator;
import java.util.List;

/// What the table is sorted by; numbers begin with the largest.
enum Sort {
    /// As they were declared.
    DECLARED(""),
    NAME("NAME"),
    STATE("STATE"),
    MEMORY("MEMORY"),
    SHARE("%"),
    GROWTH("GROWTH"),
    CPU("CPU%"),
    PROCESSES("PROCS"),
    RESTARTS("RST"),
    UPTIME("UPTIME");

    private static final List<Sort> ALL = List.of(values());

    private final String column;

    Sort(String column) {
        this.column = column;
    }

    /// The title of the column that it goes by; empty for none.
    String column() {
        return column;
    }

    Comparator<Watched> order() {
        return switch (this) {
            case DECLARED -> (_, _) -> 0;
            case NAME -> Comparator.comparing(Watched::name);
            case STATE -> Comparator.comparing(Watched::state);
            case MEMORY -> falling(target -> target.use().used().bytes());
            case SHARE -> falling(target -> target.use().share());
            case GROWTH -> falling(Sort::growth);
            case CPU -> falling(target -> target.cost().map(cost -> cost.load()).orElse(0.0));
            case PROCESSES -> falling(Watched::processes);
            case RESTARTS -> falling(Watched::restarts);
            case UPTIME -> falling(target -> target.uptime().toMillis());
        };
    }

    /// So many further on, around and around.
    Sort next(int steps) {
        return ALL.get(Math.floorMod(ALL.indexOf(this) + steps, ALL.size()));
    }

    private interface Figure {
        double of(Watched target);
    }

    private static Comparator<Watched> falling(Figure figure) {
        return Comparator.comparingDouble(target -> -figure.of(target));
    }

    private static double growth(Watched target) {
        return target.use().trend() instanceof Trend.Growing growing ? growing.bytesPerSecond() : 0;
    }
}
