package dev.sentinel.view.terminal;

import dev.sentinel.model.ProcessFacts;
import dev.sentinel.view.Printable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The processes of a tree, children below their parents, the largest first. Pure.
record ProcessTree(List<ProcessFacts> processes, Glyphs glyphs) {

    static final Line HEADING =
            Line.of("     PID     MEMORY   CPU%   THR   FDS  PROCESS", Tone.TITLE);

    List<Line> lines() {
        Map<Long, List<ProcessFacts>> children = new HashMap<>();
        Set<Long> there = new HashSet<>();
        processes.forEach(one -> there.add(one.id().pid()));
        List<ProcessFacts> tops = new ArrayList<>();
        for (ProcessFacts one : processes) {
            boolean top = !there.contains(one.parent()) || one.parent() == one.id().pid();
            (top ? tops : children.computeIfAbsent(one.parent(), _ -> new ArrayList<>())).add(one);
        }
        List<Line> lines = new ArrayList<>();
        sorted(tops).forEach(top -> add(lines, top, "", "", children));
        return lines;
    }

    /// A process and all below it. Nobody comes twice, for everybody has one parent.
    ///
    /// @param before what stands in front of its name
    /// @param below what stands in front of those of its children
    private void add(
            List<Line> lines,
            ProcessFacts one,
            String before,
            String below,
            Map<Long, List<ProcessFacts>> children) {
        lines.add(line(one, before));
        List<ProcessFacts> own = sorted(children.getOrDefault(one.id().pid(), List.of()));
        for (int at = 0; at < own.size(); at++) {
            boolean last = at == own.size() - 1;
            Glyphs.Branches branches = glyphs.branches();
            add(
                    lines,
                    own.get(at),
                    below + (last ? branches.last() : branches.child()),
                    below + (last ? " ".repeat(branches.past().length()) : branches.past()),
                    children);
        }
    }

    private static List<ProcessFacts> sorted(List<ProcessFacts> siblings) {
        Comparator<ProcessFacts> largest = Comparator.comparingLong(one -> -one.resident().bytes());
        return siblings.stream().sorted(largest.thenComparingLong(one -> one.id().pid())).toList();
    }

    private static Line line(ProcessFacts one, String before) {
        String facts =
                String.format(
                        Locale.ROOT,
                        "%8d %10s %6.1f %5d %5d  ",
                        one.id().pid(),
                        one.resident(),
                        one.load() * 100,
                        one.threads(),
                        one.openFiles());
        return Line.of(facts, Tone.PLAIN)
                .then(before, Tone.DIM)
                .then(Printable.text(one.name()), Tone.PLAIN);
    }
}
