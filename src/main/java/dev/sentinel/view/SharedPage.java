package dev.sentinel.view;

import dev.sentinel.model.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// A page drawn at most once for each snapshot, however many ask for it. Those who ask at the same
/// time wait for whoever draws; nothing is sent meanwhile.
public final class SharedPage implements Supplier<Page> {

    private record Drawn(Snapshot snapshot, Page page) {}

    private final Supplier<Snapshot> latest;
    private final Function<Snapshot, Page> draw;
    private final Duration fresh;
    private @Nullable Drawn last;

    /// @param draw pure
    /// @param fresh for how long a page will do although there is a newer snapshot
    public SharedPage(Supplier<Snapshot> latest, Function<Snapshot, Page> draw, Duration fresh) {
        this.latest = latest;
        this.draw = draw;
        this.fresh = fresh;
    }

    @Override
    public synchronized Page get() {
        Snapshot now = latest.get();
        if (last == null || !willDo(last.snapshot(), now)) {
            last = new Drawn(now, draw.apply(now));
        }
        return last.page();
    }

    private boolean willDo(Snapshot drawn, Snapshot now) {
        Duration age = now.at().sinceStart().minus(drawn.at().sinceStart());
        return age.isZero() || age.compareTo(fresh) < 0;
    }
}
