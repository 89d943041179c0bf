package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The processes of one target: who they are, what they use, and signals to all of them.
final class Tree {

    /// In one go; a tick later it goes on.
    private static final int KILL_ROUNDS = 50;

    private static final int QUIET_ROUNDS = 3;

    private final TreeSampler sampler;
    private final Terminator terminator;
    private final Consumer<String> complaints;
    private final Set<ProcessId> killed = new HashSet<>();
    private @Nullable Enclosure enclosure;
    private Set<ProcessId> root = Set.of();
    private Set<ProcessId> members = Set.of();
    private long seenBirths;
    private Duration nextSearch = Duration.ZERO;

    Tree(TreeSampler sampler, Terminator terminator, Consumer<String> complaints) {
        this.sampler = sampler;
        this.terminator = terminator;
        this.complaints = complaints;
    }

    /// How long the next look has to be put off so that looking stays cheap.
    Duration leastPause() {
        return sampler.leastPause();
    }

    /// Begins with that process, and searches at once: some commands fork and go within
    /// milliseconds.
    ///
    /// @param inside what it and its descendants are held together by
    void plant(ProcessId process, Enclosure inside) {
        enclosure = inside;
        root = Set.of(process);
        members = root;
        follow(sampler::search, inside::inside);
    }

    /// Who was in the tree at the last look.
    Set<ProcessId> members() {
        return members;
    }

    /// Who is in the tree now.
    Set<ProcessId> renewed() {
        if (enclosure != null) {
            follow(sampler::searchEverywhere, enclosure::everybody);
        }
        return members;
    }

    /// Whether nobody is left of it.
    boolean isEmpty() {
        try {
            return renewed().isEmpty() && (enclosure == null || enclosure.isEmpty());
        } catch (IOException unreadable) {
            complaints.accept("cannot tell who is left: " + unreadable.getMessage());
            return false;
        }
    }

    Optional<MemoryReading> read(Duration at) {
        long births = sampler.births();
        if (enclosure != null && births != seenBirths && at.compareTo(nextSearch) >= 0) {
            seenBirths = births;
            follow(sampler::search, enclosure::inside);
            nextSearch = at.plus(sampler.searchPause());
        }
        return sampler.read(members, at);
    }

    /// Sends the signal to the whole tree, and SIGCONT after it: a stopped process sees no other.
    ///
    /// @return how many processes it reached
    int ask(Signal signal) {
        int reached = terminator.send(signal, renewed()).size();
        var _ = terminator.send(Signal.CONT, members);
        return reached;
    }

    /// Kills everybody at one stroke where that can be done. Else sends SIGKILL to everybody who
    /// has not had it yet, and to those who were born meanwhile; whoever could not be reached is
    /// tried again the next time.
    ///
    /// @return how many processes it reached
    int killNewcomers() {
        int reached = kill(renewed());
        if (enclosure == null) {
            return reached;
        }
        try {
            return enclosure.kill() ? reached : reached + killRoundAfterRound(enclosure);
        } catch (IOException refused) {
            complaints.accept("cannot kill all that is left: " + refused.getMessage());
            return reached;
        }
    }

    /// Who forks and ends at once is gone when a long list has been read, so these rounds are
    /// short.
    private int killRoundAfterRound(Enclosure inside) throws IOException {
        int reached = 0;
        int quiet = 0;
        for (int round = 0; round < KILL_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            int found = kill(sampler.identify(inside.inside()));
            quiet = found == 0 ? quiet + 1 : 0;
            reached += found;
        }
        return reached;
    }

    private int kill(Set<ProcessId> processes) {
        Set<ProcessId> newcomers = new HashSet<>(processes);
        newcomers.removeAll(killed);
        Set<ProcessId> reached = terminator.send(Signal.KILL, newcomers);
        killed.addAll(reached);
        return reached.size();
    }

    private interface Search {
        Set<ProcessId> among(Set<ProcessId> known) throws IOException;
    }

    private interface Insiders {
        Collection<Long> pids() throws IOException;
    }

    /// A search that fails leaves the members as they were: known processes can still be ended.
    private void follow(Search search, Insiders insiders) {
        try {
            Set<ProcessId> known = new HashSet<>(members);
            // The root may have been missed at a look that came too early for it.
            known.addAll(root);
            known.addAll(sampler.identify(insiders.pids()));
            members = search.among(known);
        } catch (IOException unreadable) {
            complaints.accept("cannot list processes: " + unreadable.getMessage());
        }
    }
}
