package dev.sentinel.cli;

import dev.sentinel.linux.Proc;
import dev.sentinel.model.Facts;
import dev.sentinel.model.Machine;
import dev.sentinel.model.SelfStatus;
import dev.sentinel.model.Snapshot;
import dev.sentinel.sample.FactsSampler;
import dev.sentinel.sample.MachineSampler;
import dev.sentinel.sample.SelfSampler;
import dev.sentinel.supervise.SlowBeat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What views see: the snapshot that the loop has published, and with it what slow looks have
/// found. They are taken only while somebody asks here, and the loop knows nothing of them.
final class SlowLooks {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /// Whoever scrapes gives up after some seconds.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Snapshot> published;
    private final SlowBeat beat;
    private final SlowBeat factsBeat;
    private final Supplier<Optional<SelfStatus>> self;
    private final Supplier<Machine> machine;
    private final Supplier<Facts> facts;

    /// Looks at nothing yet.
    ///
    /// @param clock monotonic
    SlowLooks(Supplier<Snapshot> published, Supplier<Duration> clock, Consumer<String> warnings) {
        this.published = published;
        this.beat = new SlowBeat("slow-beat", INTERVAL, clock, warnings);
        this.factsBeat = new SlowBeat("facts", INTERVAL, clock, warnings);
        SelfSampler own = new SelfSampler(clock);
        FactsSampler processes = new FactsSampler(Proc.SYSTEM, clock);
        this.self = beat.watch("what Sentinel costs", Optional.empty(), own::read);
        this.machine = beat.watch("the machine", Machine.UNKNOWN, MachineSampler.SYSTEM::read);
        this.facts =
                factsBeat.watch(
                        "processes", Facts.NONE, () -> processes.read(published.get().targets()));
    }

    /// For those who show no single processes.
    Snapshot latest() {
        beat.want();
        return found();
    }

    /// For those who do.
    Snapshot latestWithFacts() {
        factsBeat.want();
        return latest();
    }

    /// For those who come seldom, and count on what they get: everything has been looked at.
    Snapshot complete() {
        beat.want();
        factsBeat.want();
        beat.await(PATIENCE);
        factsBeat.await(PATIENCE);
        return found();
    }

    private Snapshot found() {
        return published.get().with(self.get(), machine.get(), facts.get());
    }
}
