package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.Measure;
import dev.sentinel.model.ProcessId;
import dev.sentinel.sample.TreeSampler;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Who belongs to the tree of one target.
final class Members {

    private final TreeSampler sampler;
    private final Consumer<String> complaints;
    private @Nullable Enclosure enclosure;
    private Set<ProcessId> root = Set.of();

    /// Parents before their children. Not changed, and the same set as long as nobody comes or
    /// goes.
    private Set<ProcessId> members = Set.of();

    private long seenBirths;

    Members(TreeSampler sampler, Consumer<String> complaints) {
        this.sampler = sampler;
        this.complaints = complaints;
    }

    /// Begins with that process, and searches at once: some commands fork and go within
    /// milliseconds.
    ///
    /// Its number is its own until its status is fetched. So if that has not been done once the
    /// process is held, it is the right one that is held.
    void plant(Child child) {
        enclosure = child.enclosure();
        boolean held = hold(child.id());
        root = held && child.exit().isEmpty() ? Set.of(child.id()) : Set.of();
        members = root;
        follow(sampler::search, child.enclosure()::inside);
    }

    private boolean hold(ProcessId process) {
        try {
            return sampler.hold(process);
        } catch (IOException untold) {
            // Nothing says that it has ended, and its start time tells who it is well enough.
            return true;
        }
    }

    /// The first process has ended, and its status has been fetched.
    void loseRoot() {
        Set<ProcessId> others = new LinkedHashSet<>(members);
        others.removeAll(root);
        members = Collections.unmodifiableSet(others);
        root = Set.of();
    }

    /// The first process; nobody before it was planted and after it has ended.
    Set<ProcessId> root() {
        return root;
    }

    /// Whose memory counts.
    Set<ProcessId> measured(Measure.Scope scope) {
        return switch (scope) {
            case TREE -> members;
            case PROCESS -> root;
        };
    }

    /// What holds them together.
    Optional<Enclosure> enclosure() {
        return Optional.ofNullable(enclosure);
    }

    /// At the last search.
    Set<ProcessId> known() {
        return members;
    }

    /// Now; takes as long as a list of all processes, where the enclosure does not tell by itself.
    Set<ProcessId> renewed() {
        if (enclosure != null) {
            Search search = enclosure.missesNobody() ? sampler::search : sampler::searchEverywhere;
            follow(search, enclosure::everybody);
        }
        return members;
    }

    /// As far as can be told cheaply; searched for again only if somebody was born.
    Set<ProcessId> followed(Duration at) {
        long births = sampler.births(at);
        if (enclosure != null && births != seenBirths) {
            seenBirths = births;
            follow(sampler::search, enclosure::inside);
        }
        return members;
    }

    /// Those that the enclosure tells at once, known or not.
    Set<ProcessId> inside() {
        try {
            return enclosure == null ? Set.of() : identified(enclosure::inside);
        } catch (IOException unreadable) {
            complaints.accept("cannot tell who is left: " + unreadable.getMessage());
            return Set.of();
        }
    }

    /// Whether nobody is left.
    boolean areGone() {
        try {
            // In this order: as long as it holds somebody, the long lists need not be made.
            return (enclosure == null || enclosure.isEmpty()) && renewed().isEmpty();
        } catch (IOException unreadable) {
            complaints.accept("cannot tell who is left: " + unreadable.getMessage());
            return false;
        }
    }

    private interface Search {
        Set<ProcessId> among(Set<ProcessId> known) throws IOException;
    }

    private interface Insiders {
        Collection<Long> pids() throws IOException;
    }

    /// Numbers are read first and who has them afterwards, and in between one may have ended and
    /// its number have gone to a stranger. Who is held since and is inside under the same number
    /// after that is ours.
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
            Set<ProcessId> known = new LinkedHashSet<>(members);
            // The root may have been missed at a look that came too early for it.
            known.addAll(root);
            known.addAll(identified(insiders));
            Set<ProcessId> found = search.among(known);
            members = found.equals(members) ? members : Collections.unmodifiableSet(found);
        } catch (IOException unreadable) {
            complaints.accept("cannot list processes: " + unreadable.getMessage());
        }
    }
}
