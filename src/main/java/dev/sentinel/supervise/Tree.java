package dev.sentinel.supervise;

import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The processes of one target: who they are, what they use, and signals to all of them.
final class Tree {

    private final TreeSampler sampler;
    private final Terminator terminator;
    private final Consumer<String> complaints;
    private final Set<ProcessId> killed = new HashSet<>();
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
    void plant(ProcessId process) {
        root = Set.of(process);
        members = root;
        follow(sampler::search);
    }

    /// Who was in the tree at the last look.
    Set<ProcessId> members() {
        return members;
    }

    /// Who is in the tree now.
    Set<ProcessId> renewed() {
        follow(sampler::searchEverywhere);
        return members;
    }

    Optional<MemoryReading> read(Duration at) {
        long births = sampler.births();
        if (births != seenBirths && at.compareTo(nextSearch) >= 0) {
            seenBirths = births;
            follow(sampler::search);
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

    /// Sends SIGKILL to everybody who has not had it yet; whoever could not be reached is tried
    /// again the next time.
    ///
    /// @return how many processes it reached
    int killNewcomers() {
        Set<ProcessId> newcomers = new HashSet<>(renewed());
        newcomers.removeAll(killed);
        Set<ProcessId> reached = terminator.send(Signal.KILL, newcomers);
        killed.addAll(reached);
        return reached.size();
    }

    private interface Search {
        Set<ProcessId> among(Set<ProcessId> known) throws IOException;
    }

    /// A search that fails leaves the members as they were: known processes can still be ended.
    private void follow(Search search) {
        try {
            Set<ProcessId> known = new HashSet<>(members);
            // The root may have been missed at a look that came too early for it.
            known.addAll(root);
            members = search.among(known);
        } catch (IOException unreadable) {
            complaints.accept("cannot list processes: " + unreadable.getMessage());
        }
    }
}
