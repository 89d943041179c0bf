package dev.sentinel.contain;

import dev.sentinel.linux.Cgroup;
import dev.sentinel.linux.OomScore;
import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Makes containments, the best that can be had here: a cgroup where this process may make one,
/// else a mark and the adoption of orphans.
public final class Enclosures implements AutoCloseable {

    /// By how much sooner than Sentinel the OOM killer takes what it guards.
    private static final int SOONER = 100;

    private static final String PREFIX = "sentinel-";

    private final Proc proc;
    private final Family family;
    private final Watchdog watchdog;
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Consumer<String> listener;
    private @Nullable CompletableFuture<Containment> prepared;
    private int made;

    /// Makes nothing yet.
    public Enclosures(Proc proc, Family family, Watchdog watchdog) {
        this.proc = proc;
        this.family = family;
        this.watchdog = watchdog;
    }

    /// Whose children are adopted, and whose not.
    public Family family() {
        return family;
    }

    /// Who ends what is held when this process is gone.
    public Watchdog watchdog() {
        return watchdog;
    }

    /// Tells from now on why the best one cannot be had, and what there was to tell before.
    public void tell(Consumer<String> remarks) {
        listener = remarks;
        tellTheUntold();
    }

    private void remark(String sentence) {
        untold.add(sentence);
        tellTheUntold();
    }

    private void tellTheUntold() {
        Consumer<String> remarks = listener;
        if (remarks != null) {
            for (String next = untold.poll(); next != null; next = untold.poll()) {
                remarks.accept(next);
            }
        }
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

    /// Goes the way of machines without cgroups once and comes back, so that whoever notes down
    /// which classes a start needs has those of both ways.
    public void rehearse() {
        marked("rehearsal").release();
    }

    /// A start, which happens inside.
    public interface Start<T> {
        T inside(Containment containment) throws IOException;
    }

    /// Starts something inside of a new containment. One at a time, for this process goes there
    /// itself meanwhile.
    public synchronized <T> T start(Start<T> start) throws IOException {
        CompletableFuture<Containment> first = prepared;
        prepared = null;
        Containment containment = first == null ? make() : first.join();
        boolean started = false;
        try {
            T result = soonerOutOfMemory(() -> start.inside(containment));
            started = true;
            return result;
        } finally {
            leave(containment.enclosure());
            if (!started) {
                containment.release();
            }
        }
    }

    /// Gives up what was prepared and is not needed.
    @Override
    public synchronized void close() {
        CompletableFuture<Containment> first = prepared;
        if (first != null) {
            prepared = null;
            leave(first.join().enclosure());
            first.join().release();
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
            remark("the OOM score stays raised: " + stuck.getMessage());
        }
    }

    private void leave(Enclosure enclosure) {
        try {
            enclosure.leave();
        } catch (IOException stuck) {
            remark(
                    "cannot move back out of %s (%s); it will not be used to kill"
                            .formatted(enclosure.describe(), stuck.getMessage()));
        }
    }

    private Containment make() {
        made++;
        String name = ProcessHandle.current().pid() + "-" + made;
        try {
            Optional<Cgroup> home = Cgroup.own(proc);
            if (home.isPresent()) {
                return inCgroup(home.get(), PREFIX + name);
            }
            remark("no cgroup of version 2 here; orphans are adopted instead, see sentinel doctor");
        } catch (IOException notPermitted) {
            remark(
                    "no cgroup for the tree (%s); orphans are adopted instead, see sentinel doctor"
                            .formatted(notPermitted.getMessage()));
        }
        return marked(name);
    }

    private Containment inCgroup(Cgroup home, String name) throws IOException {
        if (made == 1) {
            removeLeftovers(home);
        }
        Cgroup cgroup = home.create(name);
        var enclosure = new CgroupEnclosure(home, cgroup);
        var containment = watched(enclosure);
        try {
            enclosure.enter();
            return containment;
        } catch (IOException notPermitted) {
            containment.release();
            throw notPermitted;
        }
    }

    private Containment marked(String name) {
        var enclosure = new MarkedEnclosure(proc, name + "-" + startOfThis(), family);
        var containment = watched(enclosure);
        // Not beside the start: an orphan of the first milliseconds may bear no mark.
        adopt();
        return containment;
    }

    private Containment watched(Enclosure enclosure) {
        try {
            watchdog.hold(enclosure);
        } catch (IOException failed) {
            remark(
                    "no watchdog (%s), so the tree would outlive a Sentinel that is killed"
                            .formatted(failed.getMessage()));
        }
        return new Containment(enclosure, watchdog);
    }

    private void adopt() {
        try {
            Orphans.adopt();
            family.adopts();
        } catch (IOException refused) {
            remark("cannot adopt orphans: " + refused.getMessage());
        }
    }

    /// In clock ticks since the machine's: no other process of this pid has had the same.
    private long startOfThis() {
        try {
            return proc.stat(ProcessHandle.current().pid()).map(ProcStat::startTicks).orElse(0L);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// Of runs that crashed, if nobody is left in them. Called before this one has made any itself,
    /// so one that had this pid is among them: the first process of a container always has the
    /// same.
    private void removeLeftovers(Cgroup home) {
        String self = Long.toString(ProcessHandle.current().pid());
        for (String name : home.inner()) {
            if (name.startsWith(PREFIX)
                    && (!proc.exists(pidIn(name)) || pidIn(name).equals(self))) {
                new Cgroup(home.directory() + "/" + name).remove();
            }
        }
    }

    private static String pidIn(String name) {
        return name.substring(PREFIX.length()).replaceFirst("-.*", "");
    }
}
