package dev.sentinel.contain;

import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Where there is no cgroup: a mark in the environment, which children inherit from their parents
/// across fork, setsid and exec, and Sentinel as the one that orphans come to (subreaper). Only a
/// process that has cleared its environment *and* left its parents can hide, and only from a search
/// that Sentinel does not live to make.
///
/// @param mark unlike any other one of this machine
/// @param orphan which of Sentinel's children may be adopted ones
record MarkedEnclosure(Proc proc, String mark, Predicate<Long> orphan) implements Enclosure {

    static final String VARIABLE = "SENTINEL_TREE";

    /// Round after round, for who forks while it is being looked for is found in the next one. One
    /// round in which nobody is found proves nothing: a parent may have ended before its turn and
    /// its child come after the list was made, and during an exec a process has no environment.
    private static final String LAST_WILL =
            """
            round=0
            quiet=0
            while [ $quiet -lt 3 ] && [ $round -lt 200 ]; do
                round=$((round + 1))
                found=$(grep -lszE "^SENTINEL_TREE=(.*:)?$1(:|\\$)" /proc/[0-9]*/environ)
                if [ -z "$found" ]; then
                    quiet=$((quiet + 1))
                    sleep 0.05
                    continue
                fi
                quiet=0
                for file in $found; do
                    pid=${file#/proc/}
                    kill -KILL "${pid%/environ}" 2>/dev/null
                done
            done
            """;

    @Override
    public String describe() {
        return "subreaper";
    }

    /// A Sentinel that is guarded by another one adds its mark to the other's.
    @Override
    public Map<String, String> marks() {
        String outer = System.getenv(VARIABLE);
        return Map.of(VARIABLE, outer == null ? mark : outer + ":" + mark);
    }

    @Override
    public void leave() {}

    @Override
    public Collection<Long> inside() throws IOException {
        List<Long> found = new ArrayList<>();
        for (long pid : Orphans.adopted()) {
            if (orphan.test(pid) && mayBeOurs(proc.environment(pid))) {
                found.add(pid);
            }
        }
        return found;
    }

    @Override
    public Collection<Long> everybody() throws IOException {
        List<Long> found = new ArrayList<>(inside());
        for (long pid : proc.pids()) {
            if (isMarked(proc.environment(pid))) {
                found.add(pid);
            }
        }
        return found;
    }

    /// An orphan of Sentinel's without any mark has cleared its environment.
    private boolean mayBeOurs(String environment) {
        return !environment.contains(VARIABLE + "=") || isMarked(environment);
    }

    private boolean isMarked(String environment) {
        for (String variable : environment.split("\0", -1)) {
            if (variable.startsWith(VARIABLE + "=")) {
                String marks = variable.substring(VARIABLE.length() + 1);
                return List.of(marks.split(":", -1)).contains(mark);
            }
        }
        return false;
    }

    /// Somebody who forks and ends all the time may be missed by every single look, but the list of
    /// Sentinel's children then never stays the same: orphans come to it before their parent counts
    /// as ended.
    @Override
    public boolean isEmpty() throws IOException {
        List<Long> before = orphans();
        for (long pid : everybody()) {
            if (proc.stat(pid).filter(ProcStat::alive).isPresent()) {
                return false;
            }
        }
        return before.equals(orphans());
    }

    private List<Long> orphans() throws IOException {
        return Orphans.adopted().stream().filter(orphan).toList();
    }

    @Override
    public boolean kill() {
        return false;
    }

    @Override
    public List<String> lastWill() {
        return List.of(LAST_WILL, mark);
    }

    @Override
    public void remove() {}
}
