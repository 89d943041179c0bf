package dev.sentinel.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a YAML file, and takes no liberties: a key twice, a tag, a list that holds itself, depth
/// without end or a megabyte of text are errors.
///
/// @param path as the user wrote it
record YamlFile(Path path) {

    private static final int LARGEST = 1 << 20;

    /// Of lists and maps; text may have a name and be used again.
    private static final int MOST_ALIASES = 0;

    private static final int DEEPEST = 20;

    /// The one document in it; one without a word is an empty map.
    Yaml read() throws ConfigError {
        try {
            Node root = compose(text());
            return root == null ? new Yaml.Fields(Map.of(), 1) : plain(root);
        } catch (MarkedYAMLException wrong) {
            throw wrong(wrong.getProblemMark().getLine() + 1, wrong.getProblem());
        } catch (YAMLException wrong) {
            throw error(String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private String text() throws ConfigError {
        try {
            if (Files.size(path) > LARGEST) {
                throw error("the file is larger than a megabyte");
            }
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            throw error("there is no such file");
        } catch (AccessDeniedException closed) {
            throw error("the file may not be read");
        } catch (CharacterCodingException other) {
            throw error("the file is not UTF-8");
        } catch (IOException failed) {
            throw error("the file cannot be read: " + failed.getMessage());
        }
    }

    /// Not by way of the class `Yaml` of the library, which would make objects of it.
    @SuppressWarnings("NullAway") // It gives null for a document without a word.
    private static Node compose(String text) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setMaxAliasesForCollections(MOST_ALIASES);
        bounds.setNestingDepthLimit(DEEPEST);
        bounds.setCodePointLimit(LARGEST);
        var parser = new ParserImpl(new StreamReader(text), bounds);
        return new Composer(parser, new Resolver(), bounds).getSingleNode();
    }

    private Yaml plain(Node node) throws ConfigError {
        int line = node.getStartMark().getLine() + 1;
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            throw wrong(line, "tags have no meaning here");
        }
        return switch (node) {
            case ScalarNode text -> new Yaml.Text(text.getValue(), line);
            case SequenceNode list -> {
                List<Yaml> items = new ArrayList<>();
                for (Node item : list.getValue()) {
                    items.add(plain(item));
                }
                yield new Yaml.Items(items, line);
            }
            case MappingNode map -> new Yaml.Fields(fields(map), line);
            default -> throw wrong(line, "this has no meaning here");
        };
    }

    private Map<String, Yaml> fields(MappingNode map) throws ConfigError {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        for (NodeTuple pair : map.getValue()) {
            int line = pair.getKeyNode().getStartMark().getLine() + 1;
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(line, "a key is one word");
            }
            if (fields.put(key.getValue(), plain(pair.getValueNode())) != null) {
                throw wrong(line, "'%s' is there twice".formatted(key.getValue()));
            }
        }
        return fields;
    }

    /// What is wrong in a line.
    ConfigError wrong(int line, String what) {
        return new ConfigError("%s: line %d: %s".formatted(path, line, what));
    }

    private ConfigError error(String what) {
        return new ConfigError("%s: %s".formatted(path, what));
    }
}
