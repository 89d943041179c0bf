package dev.sentinel.blackbox;

import com.grack.nanojson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the Dockerfile says of one of its stages, and of those that it stands on: what is copied
/// into the image, and how it is run.
///
/// @param copies path in the build's directory → path in the image
/// @param directory where commands are started
record ImageStage(
        Map<String, Path> copies,
        Map<String, String> environment,
        String user,
        Path directory,
        List<String> entryPoint,
        List<String> command) {

    private static final String BUILT = "/build/";

    /// The stage of that name.
    static ImageStage named(String name) throws Exception {
        String file = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\n", "");
        Map<String, ImageStage> stages = new LinkedHashMap<>();
        String current = "";
        for (String line : file.replaceAll("\\\\\n", " ").split("\n+", -1)) {
            List<String> words = List.of(line.strip().split("\\s+", -1));
            if (words.getFirst().equals("FROM")) {
                current = words.getLast();
                stages.put(current, stages.getOrDefault(words.get(1), bare()));
            } else if (!current.isEmpty() && words.size() > 1) {
                stages.put(current, stage(stages, current).after(words, line));
            }
        }
        return stage(stages, name);
    }

    private static ImageStage stage(Map<String, ImageStage> stages, String name) {
        return Objects.requireNonNull(stages.get(name), name);
    }

    private static ImageStage bare() {
        return new ImageStage(
                Map.of(),
                Map.of("PATH", "/usr/bin:/bin"),
                "0:0",
                Path.of("/"),
                List.of(),
                List.of());
    }

    private ImageStage after(List<String> words, String line) throws Exception {
        String first = words.get(1);
        return switch (words.getFirst()) {
            case "COPY" ->
                    first.equals("--from=build") ? copying(words.get(2), words.get(3)) : this;
            case "ENV" -> with(words.subList(1, words.size()));
            case "USER" ->
                    new ImageStage(copies, environment, first, directory, entryPoint, command);
            case "WORKDIR" ->
                    new ImageStage(copies, environment, user, Path.of(first), entryPoint, command);
            case "ENTRYPOINT" ->
                    new ImageStage(copies, environment, user, directory, array(line), List.of());
            case "CMD" ->
                    new ImageStage(copies, environment, user, directory, entryPoint, array(line));
            case "RUN", "EXPOSE" -> this;
            default -> throw new IOException("the test does not know what this does: " + line);
        };
    }

    private ImageStage copying(String from, String to) {
        Map<String, Path> more = new LinkedHashMap<>(copies);
        more.put(from.substring(BUILT.length()), directory.resolve(to));
        return new ImageStage(more, environment, user, directory, entryPoint, command);
    }

    private ImageStage with(List<String> assignments) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        String path = Objects.requireNonNull(environment.get("PATH"));
        for (String assignment : assignments) {
            String[] parts = assignment.split("=", 2);
            more.put(parts[0], parts[1].replace("${PATH}", path));
        }
        return new ImageStage(copies, more, user, directory, entryPoint, command);
    }

    private static List<String> array(String line) throws Exception {
        List<String> words = new ArrayList<>();
        JsonParser.array()
                .from(line.substring(line.indexOf('[')))
                .forEach(one -> words.add("" + one));
        return words;
    }
}
