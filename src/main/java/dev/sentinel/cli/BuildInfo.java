package dev.sentinel.cli;

import dev.sentinel.model.Build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which build this is, from what Maven wrote into the jar.
final class BuildInfo {

    private BuildInfo() {}

    static Build read() {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(
                        BuildInfo.class.getResourceAsStream("/dev/sentinel/build.properties"))) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the jar is damaged", unreadable);
        }
        String revision = properties.getProperty("revision", "");
        return new Build(
                properties.getProperty("version", "unknown"),
                // Without a repository Maven leaves the placeholder as it is.
                revision.matches("[0-9a-f]+") ? revision : "unknown",
                Runtime.version().toString());
    }
}
