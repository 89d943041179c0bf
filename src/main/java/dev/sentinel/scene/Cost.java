package dev.sentinel.scene;

import dev.sentinel.model.ProcessFacts;

import java.util.List;

/// What a tree costs beside its memory.
///
/// @param load processors used, 1 for one of them all the time
public record Cost(double load, int threads, int openFiles) {

    static Cost of(List<ProcessFacts> tree) {
        double load = 0;
        int threads = 0;
        int openFiles = 0;
        for (ProcessFacts process : tree) {
            load += process.load();
            threads += process.threads();
            openFiles += process.openFiles();
        }
        return new Cost(load, threads, openFiles);
    }
}
