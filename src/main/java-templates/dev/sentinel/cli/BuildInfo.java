package dev.sentinel.cli;

import dev.sentinel.model.Build;

/// Which build this is. Maven fills the placeholders in: to open the jar for a resource costs more than
/// the rest of `sentinel --version`.
final class BuildInfo {

    private static final String VERSION = "${project.version}";
    private static final String REVISION = "${git.commit.id.abbrev}";

    private BuildInfo() {}

    static Build read() {
        // Without a repository Maven leaves the placeholder as it is.
        String revision = REVISION.startsWith("$") ? "unknown" : REVISION;
        return new Build(VERSION, revision, System.getProperty("java.runtime.version", ""));
    }
}
