package dev.sentinel.contain;

import dev.sentinel.linux.Cgroup;
import dev.sentinel.linux.OomScore;
import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.Proc;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Makes enclosures, the best that can be had here: a cgroup where this process may make one, else
/// a mark and the adoption of orphans.
public final class Enclosures {

    /// By how much sooner than Sentinel the OOM killer takes what it guards.
    private static final int SOONER = 100;

    private static final String PREFIX = "sentinel-";

    private final Proc proc;
    private final InstantSource wallClock;
    private final Family family;
    private final Consumer<String> remarks;
    private @Nullable CompletableFuture<Enclosure> prepared;
    private int made;

    /// Makes nothing yet.
    ///
    /// @param remarks told why the best one cannot be had
    public Enclosures(Proc proc, InstantSource wallClock, Family family, Consumer<String> remarks) {
        this.proc = proc;
        this.wallClock = wallClock;
        this.family = family;
        this.remarks = remarks;
    }

    /// Makes the first one on a thread of its own, while other things are got ready: moving into a
    /// cgroup takes some milliseconds, in which only the kernel waits.
    public void prepare() {
        // Not by hand: whatever goes wrong there, somebody waits for it here.
        prepared =
                CompletableFuture.supplyAsync(
                        this::make,
                        task -> Thread.ofPlatform().name("enclosure").daemon().start(task));
    }

    /// A start, which happens inside an enclosure.
    public interface Start<T> {
        T inside(Enclosure enclosure) throws IOException;
    }

    /// Starts something inside of a new enclosure. One at a time, for this process goes there
    /// itself meanwhile.
    public synchronized <T> T start(Start<T> start) throws IOException {
        CompletableFuture<Enclosure> first = prepared;
        prepared = null;
        Enclosure enclosure = first == null ? make() : first.join();
        boolean started = false;
        try {
            T result = soonerOutOfMemory(() -> start.inside(enclosure));
            started = true;
            return result;
        } finally {
            leave(enclosure);
            if (!started) {
                enclosure.remove();
            }
        }
    }

    /// Gives up what was prepared and is not needed.
    public synchronized void close() {
        CompletableFuture<Enclosure> first = prepared;
        if (first != null) {
            prepared = null;
            leave(first.join());
            first.join().remove();
        }
    }

    /// Something that may fail as reading and writing fails.
    private interface Action<T> {
        T run() throws IOException;
    }

    private <T> T soonerOutOfMemory(Action<T> action) throws IOException {
        Optional<Integer> before = Optional.empty();
        try {
            before = Optional.of(OomScore.raise(SOONER));
        } catch (IOException notPermitted) {
            // Then it is not to be had; guarding works without.
        }
        try {
            return action.run();
        } finally {
            before.ifPresent(this::backTo);
        }
    }

    /// A start that has succeeded must not fail for this.
    private void backTo(int score) {
        try {
            OomScore.set(score);
        } catch (IOException stuck) {
            remarks.accept("the OOM score stays raised: " + stuck.getMessage());
        }
    }

    private void leave(Enclosure enclosure) {
        try {
            enclosure.leave();
        } catch (IOException stuck) {
            remarks.accept(
                    "cannot move back out of %s (%s); it will not be used to kill"
                            .formatted(enclosure.describe(), stuck.getMessage()));
        }
    }

    private Enclosure make() {
        made++;
        String name = ProcessHandle.current().pid() + "-" + made;
        try {
            Optional<Cgroup> home = Cgroup.own(proc);
            if (home.isPresent()) {
                return inCgroup(home.get(), PREFIX + name);
            }
            remarks.accept("no cgroup of version 2 here; orphans are adopted instead");
        } catch (IOException notPermitted) {
            remarks.accept(
                    "no cgroup for the tree (%s); orphans are adopted instead"
                            .formatted(notPermitted.getMessage()));
        }
        return marked(name);
    }

    private Enclosure inCgroup(Cgroup home, String name) throws IOException {
        removeLeftovers(home);
        Cgroup cgroup = home.create(name);
        var enclosure = new CgroupEnclosure(home, cgroup);
        try {
            enclosure.enter();
            return enclosure;
        } catch (IOException notPermitted) {
            cgroup.remove();
            throw notPermitted;
        }
    }

    private Enclosure marked(String name) {
        try {
            Orphans.adopt();
            family.adopts();
        } catch (IOException refused) {
            remarks.accept("cannot adopt orphans: " + refused.getMessage());
        }
        String mark = name + "-" + wallClock.instant().toEpochMilli();
        return new MarkedEnclosure(proc, mark, family::mayBeAdopted);
    }

    /// Of runs that crashed, if nobody is left in them. One that had this pid is among them as long
    /// as this one has made none itself: the first process of a container always has the same.
    private void removeLeftovers(Cgroup home) {
        String self = Long.toString(ProcessHandle.current().pid());
        for (String name : home.inner()) {
            if (name.startsWith(PREFIX)
                    && (!proc.exists(pidIn(name)) || (made == 1 && pidIn(name).equals(self)))) {
                new Cgroup(home.directory() + "/" + name).remove();
            }
        }
    }

    private static String pidIn(String name) {
        return name.substring(PREFIX.length()).replaceFirst("-.*", "");
    }
}
