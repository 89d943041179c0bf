package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Survivor;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final Proc proc;
    private final Consumer<String> complaints;
    private final Set<ProcessId> killed = new HashSet<>();
    private @Nullable Enclosure enclosure;

    /// Since when SIGKILL has been tried on whom, reached or not.
    private final Map<ProcessId, Duration> condemned = new HashMap<>();

    private Set<ProcessId> root = Set.of();
    private Set<ProcessId> members = Set.of();
    private long seenBirths;
    private Duration nextSearch = Duration.ZERO;

    /// @param proc where the names of survivors stand
    Tree(TreeSampler sampler, Terminator terminator, Proc proc, Consumer<String> complaints) {
        this.sampler = sampler;
        this.terminator = terminator;
        this.proc = proc;
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

    /// What holds it together, in a few words.
    Optional<String> heldBy() {
        return Optional.ofNullable(enclosure).map(Enclosure::describe);
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
            // In this order: as long as it holds somebody, the long lists need not be made.
            return (enclosure == null || enclosure.isEmpty()) && renewed().isEmpty();
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
    /// First to those who are known already: a list of all processes takes its time on a machine
    /// that has many, and a leak goes on meanwhile.
    ///
    /// @return how many processes it reached
    int ask(Signal signal) {
        Set<ProcessId> reached = new HashSet<>(terminator.send(signal, members));
        Set<ProcessId> newcomers = new HashSet<>(renewed());
        newcomers.removeAll(reached);
        reached.addAll(terminator.send(signal, newcomers));
        var _ = terminator.send(Signal.CONT, members);
        return reached.size();
    }

    /// Kills everybody at one stroke where that can be done, before anything is looked up: on a
    /// machine that a fork bomb keeps busy every look takes seconds. Then sends SIGKILL to
    /// everybody who is left and has not had it yet, and to those who were born meanwhile; whoever
    /// could not be reached is tried again the next time.
    ///
    /// @return how many processes it reached
    int killNewcomers(Duration now) {
        Set<ProcessId> before = new HashSet<>(members);
        before.removeAll(killed);
        boolean atOneStroke = strike();
        int reached = kill(renewed(), now);
        if (atOneStroke) {
            before.removeAll(members);
            return reached + before.size();
        }
        return reached + killRoundAfterRound(now);
    }

    private boolean strike() {
        try {
            return enclosure != null && enclosure.kill();
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
            int found = kill(killable(), now);
            quiet = found == 0 ? quiet + 1 : 0;
            reached += found;
        }
        return reached;
    }

    private Set<ProcessId> killable() {
        try {
            return enclosure == null ? Set.of() : identified(enclosure::inside);
        } catch (IOException unreadable) {
            complaints.accept("cannot tell who is left: " + unreadable.getMessage());
            return Set.of();
        }
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
        return members.stream()
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

    private interface Search {
        Set<ProcessId> among(Set<ProcessId> known) throws IOException;
    }

    private interface Insiders {
        Collection<Long> pids() throws IOException;
    }

    /// Numbers are read first and who has them afterwards, and in between one may have ended and
    /// its number have gone to a stranger. Whoever is inside under the same number after that is
    /// ours.
    private Set<ProcessId> identified(Insiders insiders) throws IOException {
        Set<ProcessId> found = sampler.identify(insiders.pids());
        if (!members.containsAll(found)) {
            Set<Long> still = new HashSet<>(insiders.pids());
            found.removeIf(process -> !members.contains(process) && !still.contains(process.pid()));
        }
        return found;
    }

    /// A search that fails leaves the members as they were: known processes can still be ended.
    private void follow(Search search, Insiders insiders) {
        try {
            Set<ProcessId> known = new HashSet<>(members);
            // The root may have been missed at a look that came too early for it.
            known.addAll(root);
            known.addAll(identified(insiders));
            members = search.among(known);
        } catch (IOException unreadable) {
            complaints.accept("cannot list processes: " + unreadable.getMessage());
        }
    }
}
