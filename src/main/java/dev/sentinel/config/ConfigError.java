package dev.sentinel.config;

import java.io.Serial;

/// A file that cannot be taken as it is. The message is a sentence that names the file and, where
/// there is one, the line and the key.
public final class ConfigError extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    ConfigError(String sentence) {
        super(sentence);
    }
}
