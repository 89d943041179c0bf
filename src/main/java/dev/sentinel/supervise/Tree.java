package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Survivor;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The processes of one target: what they use, and signals to all of them.
final class Tree {

    /// In one go; a tick later it goes on.
    private static final int KILL_ROUNDS = 50;

    private static final int QUIET_ROUNDS = 3;

    private final Members members;
    private final TreeSampler sampler;
    private final Terminator terminator;
    private final Proc proc;
    private final Consumer<String> complaints;
    private final Set<ProcessId> killed = new HashSet<>();

    /// Since when SIGKILL has been tried on whom, reached or not.
    private final Map<ProcessId, Duration> condemned = new HashMap<>();

    /// @param proc where the names of survivors stand
    Tree(
            Members members,
            TreeSampler sampler,
            Terminator terminator,
            Proc proc,
            Consumer<String> complaints) {
        this.members = members;
        this.sampler = sampler;
        this.terminator = terminator;
        this.proc = proc;
        this.complaints = complaints;
    }

    /// How long the next look has to be put off so that looking stays cheap.
    Duration leastPause() {
        return sampler.leastPause();
    }

    /// Where that is read from.
    String source(Measure measure) {
        return sampler.source(measure.metric());
    }

    /// What they use.
    Optional<MemoryReading> read(Measure measure, Duration at) {
        int processes = members.followed(at).size();
        Optional<MemoryReading> found =
                sampler.read(members.measured(measure.scope()), measure.metric(), at);
        return found.isPresent()
                ? Optional.of(found.get().ofTree(measure.scope(), processes))
                : found;
    }

    /// Sends the signal to the whole tree, and SIGCONT after it: a stopped process sees no other.
    /// First to those who are known already: a list of all processes takes its time on a machine
    /// that has many, and a leak goes on meanwhile.
    ///
    /// Where the command alone is measured it alone is asked; what it leaves behind is asked after.
    ///
    /// @return how many processes it reached
    int ask(Signal signal, Measure.Scope scope) {
        if (scope == Measure.Scope.PROCESS && !members.root().isEmpty()) {
            int reached = terminator.send(signal, members.root()).size();
            var _ = terminator.send(Signal.CONT, members.root());
            return reached;
        }
        Set<ProcessId> reached = new HashSet<>(terminator.send(signal, members.known()));
        Set<ProcessId> newcomers = new HashSet<>(members.renewed());
        newcomers.removeAll(reached);
        reached.addAll(terminator.send(signal, newcomers));
        var _ = terminator.send(Signal.CONT, members.known());
        return reached.size();
    }

    /// Kills everybody at one stroke where that can be done, before anything is looked up: on a
    /// machine that a fork bomb keeps busy every look takes seconds. Then sends SIGKILL to
    /// everybody who is left and has not had it yet, and to those who were born meanwhile; whoever
    /// could not be reached is tried again the next time.
    ///
    /// @return how many processes it reached
    int killNewcomers(Duration now) {
        Set<ProcessId> before = new HashSet<>(members.known());
        before.removeAll(killed);
        boolean atOneStroke = strike();
        int reached = kill(members.renewed(), now);
        if (atOneStroke) {
            before.removeAll(members.known());
            return reached + before.size();
        }
        return reached + killRoundAfterRound(now);
    }

    private boolean strike() {
        try {
            Optional<Enclosure> enclosure = members.enclosure();
            return enclosure.isPresent() && enclosure.get().kill();
        } catch (IOException refused) {
            complaints.accept("cannot kill all that is left: " + refused.getMessage());
            return false;
        }
    }

    /// Who forks and ends at once is gone when a long list has been read, so these rounds are
    /// short.
    private int killRoundAfterRound(Duration now) {
        int reached = 0;
        int quiet = 0;
        for (int round = 0; round < KILL_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            int found = kill(members.inside(), now);
            quiet = found == 0 ? quiet + 1 : 0;
            reached += found;
        }
        return reached;
    }

    private int kill(Set<ProcessId> processes, Duration now) {
        Set<ProcessId> newcomers = new HashSet<>(processes);
        newcomers.removeAll(killed);
        newcomers.forEach(newcomer -> condemned.putIfAbsent(newcomer, now));
        Set<ProcessId> reached = terminator.send(Signal.KILL, newcomers);
        killed.addAll(reached);
        return reached.size();
    }

    /// Who lives although SIGKILL was tried at that time or before, by pid. A tree that forks
    /// faster than it dies has none: its members are all new.
    List<Survivor> survivorsOf(Duration lastTry) {
        return members.known().stream()
                .filter(member -> {
                    Duration tried = condemned.get(member);
                    return tried != null && tried.compareTo(lastTry) <= 0;
                })
                .flatMap(member -> survivor(member).stream())
                .sorted(Comparator.comparingLong(Survivor::pid))
                .toList();
    }

    private Optional<Survivor> survivor(ProcessId member) {
        try {
            return proc.stat(member.pid())
                    .filter(stat -> stat.startTicks() == member.startTicks() && stat.alive())
                    .map(ProcStat::readableName)
                    .map(name -> new Survivor(member.pid(), name));
        } catch (IOException unreadable) {
            // It was there at the last look, and nothing says that it has ended.
            return Optional.of(new Survivor(member.pid(), "?"));
        }
    }
}
