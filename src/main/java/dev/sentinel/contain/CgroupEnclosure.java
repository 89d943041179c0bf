package dev.sentinel.contain;

import dev.sentinel.linux.Cgroup;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A cgroup of its own. Whoever is born inside stays inside, and nothing outruns its end.
///
/// A child can only be born into a cgroup by a parent that is in it. So Sentinel goes there itself
/// for the time of a start, and as long as it is there the cgroup is no means to kill.
final class CgroupEnclosure implements Enclosure {

    private final Cgroup home;
    private final Cgroup cgroup;
    private final String description;
    private volatile boolean visited;

    /// @param home where this process belongs
    CgroupEnclosure(Cgroup home, Cgroup cgroup) {
        this.home = home;
        this.cgroup = cgroup;
        this.description = "cgroup " + cgroup.directory();
    }

    /// Moves this process inside.
    void enter() throws IOException {
        visited = true;
        cgroup.enter();
    }

    @Override
    public void leave() throws IOException {
        if (visited) {
            home.enter();
            visited = false;
        }
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public Map<String, String> marks() {
        return Map.of();
    }

    @Override
    public Collection<Long> inside() throws IOException {
        List<Long> pids = cgroup.processes();
        if (visited) {
            pids.remove(ProcessHandle.current().pid());
        }
        return pids;
    }

    @Override
    public Collection<Long> everybody() throws IOException {
        return inside();
    }

    @Override
    public boolean missesNobody() {
        return true;
    }

    @Override
    public boolean isEmpty() throws IOException {
        // As long as Sentinel itself is in there it is populated.
        return visited ? inside().isEmpty() : !cgroup.populated();
    }

    @Override
    public boolean kill() throws IOException {
        if (visited) {
            return false;
        }
        cgroup.kill();
        return true;
    }

    @Override
    public String lastWill() {
        return describe();
    }

    @Override
    public void remove() {
        cgroup.remove();
    }
}
