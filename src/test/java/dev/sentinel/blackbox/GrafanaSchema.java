package dev.sentinel.blackbox;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// What Grafana's own types allow, as JSON Schema, made from `@grafana/schema` 13.2.3. Unknown keys
/// are errors, so a typo is one.
record GrafanaSchema(JsonObject json) {

    static GrafanaSchema dashboard() throws Exception {
        GrafanaSchema schema = read("dashboard");
        // Made for annotations that are kept in Grafana itself; those of Prometheus have other
        // keys.
        schema.definition("AnnotationQuery").remove("additionalProperties");
        schema.definition("AnnotationTarget").remove("additionalProperties");
        schema.definition("AnnotationTarget").remove("required");
        return schema;
    }

    /// Of what stands under `custom` in a graph.
    static GrafanaSchema graph() throws Exception {
        return read("timeseries-fieldconfig");
    }

    private static GrafanaSchema read(String name) throws Exception {
        String resource = "/grafana/%s-13.2.3.schema.json".formatted(name);
        try (InputStream text = GrafanaSchema.class.getResourceAsStream(resource)) {
            return new GrafanaSchema(JsonParser.object().from(Objects.requireNonNull(text)));
        }
    }

    JsonObject definition(String name) {
        return json.getObject("definitions").getObject(name);
    }

    /// Where it differs from the schema, and how.
    List<String> complaints(JsonObject document) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(JsonWriter.string(json), InputFormat.JSON);
        return schema.validate(JsonWriter.string(document), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
