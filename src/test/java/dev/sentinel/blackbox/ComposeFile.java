package dev.sentinel.blackbox;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// docker-compose.yml as it is when no variable is set.
final class ComposeFile {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String TO_JSON =
            """
            import json, re, yaml
            text = open("docker-compose.yml").read()
            print(json.dumps(yaml.safe_load(re.sub(r"\\$\\{\\w+:-([^}]*)\\}", r"\\1", text))))
            """;

    private ComposeFile() {}

    static JsonObject services() throws Exception {
        Needs.that(run("python3", "-c", "import yaml").code() == 0, "Python's yaml module");
        return JsonParser.object().from(run("python3", "-c", TO_JSON).out()).getObject("services");
    }

    static JsonObject service(String name) throws Exception {
        return services().getObject(name);
    }

    static List<String> words(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }

    private static Program.Result run(String... command) throws Exception {
        return Program.run(PATIENCE, Map.of(), List.of(command));
    }
}
