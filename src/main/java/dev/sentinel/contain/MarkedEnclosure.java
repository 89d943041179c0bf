package dev.sentinel.contain;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where there is no cgroup: a mark in the environment, which children inherit from their parents
/// across fork, setsid and exec, and Sentinel as the one that orphans come to (subreaper). Only a
/// process that has cleared its environment *and* left its parents can hide, and only from a search
/// that Sentinel does not live to make.
///
/// @param mark unlike any other one of this machine
/// @param family tells which of Sentinel's children may be adopted ones
record MarkedEnclosure(Proc proc, String mark, Family family) implements Enclosure {

    static final String VARIABLE = "SENTINEL_TREE";

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
        for (long pid : family.adopted()) {
            if (mayBeOurs(proc.environment(pid))) {
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

    @Override
    public boolean missesNobody() {
        return false;
    }

    /// Somebody who forks and ends all the time may be missed by every single look, but the list of
    /// Sentinel's children then never stays the same: orphans come to it before their parent counts
    /// as ended. While another child is being started, adopted ones without a mark cannot be told.
    @Override
    public boolean isEmpty() throws IOException {
        if (family.isStarting()) {
            return false;
        }
        List<Long> before = family.adopted();
        for (long pid : everybody()) {
            if (proc.stat(pid).filter(ProcStat::alive).isPresent()) {
                return false;
            }
        }
        return before.equals(family.adopted());
    }

    @Override
    public boolean kill() {
        return false;
    }

    @Override
    public String lastWill() {
        return "mark " + mark;
    }

    @Override
    public void remove() {}
}
