package dev.sentinel.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A map in a file, asked for what its keys mean. What is wrong is said with the line and the key.
///
/// @param name its own key, for complaints; empty for the whole file
record Section(YamlFile file, String name, Yaml.Fields fields) {

    /// A map whose keys are known beforehand; any other is an error.
    ///
    /// @param keys all there may be
    static Section of(YamlFile file, String name, Yaml content, List<String> keys)
            throws ConfigError {
        Section section = open(file, name, content);
        for (Map.Entry<String, Yaml> field : section.fields.values().entrySet()) {
            String key = field.getKey();
            if (!keys.contains(key)) {
                String hint =
                        Spelling.closest(key, keys)
                                .map("did you mean '%s'?"::formatted)
                                .orElse("known are " + String.join(", ", keys));
                throw section.wrong(key, "there is no such key; " + hint);
            }
        }
        return section;
    }

    /// A map of any keys.
    static Section open(YamlFile file, String name, Yaml content) throws ConfigError {
        if (content instanceof Yaml.Fields fields) {
            return new Section(file, name, fields);
        }
        String what = name.isEmpty() ? "the file" : name;
        throw file.wrong(content.line(), what + ": this is no map of keys and values");
    }

    /// A map in this one.
    ///
    /// @param keys all there may be
    Optional<Section> section(String key, List<String> keys) throws ConfigError {
        Yaml content = fields.values().get(key);
        return content == null ? Optional.empty() : Optional.of(of(file, full(key), content, keys));
    }

    /// A map of any keys in this one.
    Optional<Section> section(String key) throws ConfigError {
        Yaml content = fields.values().get(key);
        return content == null ? Optional.empty() : Optional.of(open(file, full(key), content));
    }

    /// All that is in it, as texts.
    Map<String, String> texts() throws ConfigError {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : fields.values().keySet()) {
            texts.put(key, text(key).orElse(""));
        }
        return texts;
    }

    /// One text; empty when the key is not there.
    Optional<String> text(String key) throws ConfigError {
        Yaml content = fields.values().get(key);
        if (content == null) {
            return Optional.empty();
        }
        if (content instanceof Yaml.Text(var text, _) && !text.isEmpty()) {
            return Optional.of(text);
        }
        throw wrong(key, "one value is wanted");
    }

    String required(String key) throws ConfigError {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            throw file.wrong(fields.line(), "%s: %s is missing".formatted(name, key));
        }
        return text.get();
    }

    /// Texts in their order; empty when the key is not there.
    List<String> list(String key) throws ConfigError {
        Yaml content = fields.values().get(key);
        List<String> texts = new ArrayList<>();
        if (content instanceof Yaml.Items(var items, _)) {
            for (Yaml item : items) {
                if (!(item instanceof Yaml.Text(var text, _)) || text.isEmpty()) {
                    throw wrong(key, "a list of single values is wanted");
                }
                texts.add(text);
            }
        } else if (content != null) {
            throw wrong(key, "a list is wanted");
        }
        return texts;
    }

    /// One of a few words.
    ///
    /// @param otherwise when the key is not there
    <T> T choice(String key, Map<String, T> words, T otherwise) throws ConfigError {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        T chosen = words.get(text.get());
        if (chosen == null) {
            throw wrong(
                    key,
                    "'%s' is none of %s"
                            .formatted(
                                    text.get(),
                                    String.join(", ", words.keySet().stream().sorted().toList())));
        }
        return chosen;
    }

    /// What is wrong with a key that is there.
    ConfigError wrong(String key, String what) {
        Yaml content = fields.values().get(key);
        int line = content == null ? fields.line() : content.line();
        return file.wrong(line, "%s: %s".formatted(full(key), what));
    }

    private String full(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }
}
