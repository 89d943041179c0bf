package dev.sentinel.view;

import com.grack.nanojson.JsonWriter;

import dev.sentinel.model.Build;

/// Which Sentinel this is, for programs.
public final class BuildJson {

    private BuildJson() {}

    /// What `sentinel version -o json` answers.
    public static String of(Build build, String system, String architecture) {
        return JsonWriter.string()
                .object()
                .value("name", "sentinel")
                .value("version", build.version())
                .value("revision", build.revision())
                .value("java", build.java())
                .value("os", system)
                .value("arch", architecture)
                .end()
                .done();
    }
}
