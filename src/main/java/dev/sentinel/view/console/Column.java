package dev.sentinel.view.console;

import dev.sentinel.model.TimeText;
import dev.sentinel.view.TargetReply;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The columns of a [StatusTable], from left to right.
///
/// A client has to be quick, and each lambda is linked at run time: so there are none here.
enum Column {
    NAME(Column.STAYS),
    STATE(Column.STAYS),
    PID(50),
    MEMORY(Column.STAYS),
    LIMIT(60),
    PERCENT(90),
    GROWTH(70),
    TIME_TO_LIMIT(80),
    PROCS(40),
    STARTS(30),
    UP(45),
    PEAK(20),
    RSS(19),
    SOFT(18),
    MEASURE(17),
    DETECTOR(16),
    INTERVAL(13),
    LAST_EXIT(15),
    HELD_BY(14);

    /// What stands in the place of what is not known.
    static final String UNKNOWN = "-";

    /// All there is to tell.
    static final Set<Column> WIDE = EnumSet.allOf(Column.class);

    /// What everybody wants to know.
    static final Set<Column> TABLE = EnumSet.range(NAME, UP);

    private static final int STAYS = 100;

    /// When there is no room for all, the lightest goes first.
    private final int weight;

    Column(int weight) {
        this.weight = weight;
    }

    String title() {
        return this == PERCENT ? "%" : name().replace('_', '-');
    }

    int weight() {
        return weight;
    }

    boolean mayGo() {
        return weight < STAYS;
    }

    /// Text begins at the left, numbers end at the right.
    boolean isText() {
        return switch (this) {
            case NAME, STATE, MEASURE, DETECTOR, HELD_BY -> true;
            default -> false;
        };
    }

    String value(TargetReply target) {
        return switch (this) {
            case NAME -> target.name();
            case STATE -> told(target.text("state"));
            case PID -> told(target.count("pid"));
            case MEMORY -> told(target.size("used_bytes"));
            case LIMIT -> told(target.size("limit_bytes"));
            case PERCENT -> percent(target.shareOfLimit());
            case GROWTH -> told(target.size("growth_bytes_per_second"), "/s");
            case TIME_TO_LIMIT -> rough(target.time("time_to_limit"));
            case PROCS -> told(target.count("processes"));
            case STARTS -> told(target.count("starts"));
            case UP -> clock(target.time("uptime"));
            case PEAK -> told(target.size("peak_bytes"));
            case RSS -> told(target.size("resident_bytes"));
            case SOFT -> told(target.size("soft_limit_bytes"));
            case MEASURE -> told(target.text("measure"));
            case DETECTOR -> told(target.text("detector"));
            case INTERVAL -> plain(target.time("interval_seconds"));
            case LAST_EXIT -> told(target.count("last_exit_code"));
            case HELD_BY -> told(target.text("held_by"));
        };
    }

    Tone tone(TargetReply target) {
        return switch (this) {
            case STATE -> Tone.ofState(target.text("state").orElse(""));
            case PERCENT -> Tone.ofShare(target.shareOfLimit().orElse(0.0));
            default -> Tone.PLAIN;
        };
    }

    private static String told(Optional<?> fact) {
        return told(fact, "");
    }

    private static String told(Optional<?> fact, String unit) {
        return fact.isPresent() ? fact.get() + unit : UNKNOWN;
    }

    private static String percent(Optional<Double> share) {
        return share.isPresent() ? Long.toString(Math.round(share.get() * 100)) : UNKNOWN;
    }

    private static String rough(Optional<Duration> time) {
        return time.isPresent() ? TimeText.rough(time.get()) : UNKNOWN;
    }

    private static String clock(Optional<Duration> time) {
        return time.isPresent() ? TimeText.clock(time.get()) : UNKNOWN;
    }

    private static String plain(Optional<Duration> time) {
        return time.isPresent() ? TimeText.plain(time.get()) : UNKNOWN;
    }
}
