package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/// Keys and certificates for this machine, made with the real openssl: `KIND.key` and `KIND.crt`.
record Certificates(Path directory) {

    private static final String MAKE =
            """
            cd "$DIRECTORY" && umask 077 &&
            openssl req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
                -keyout ec.key -out ec.crt -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost,IP:127.0.0.1 &&
            openssl req -x509 -nodes -days 2 -newkey rsa:2048 \
                -keyout rsa.key -out rsa.crt -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost,IP:127.0.0.1 &&
            openssl rsa -traditional -in rsa.key -out old.key &&
            cp ec.key open.key && chmod 644 open.key
            """;

    static Certificates in(Path directory) throws Exception {
        Needs.tools("openssl");
        Program.Result made =
                Program.shell(
                        Duration.ofSeconds(60), Map.of("DIRECTORY", directory.toString()), MAKE);
        if (made.code() != 0) {
            throw new IOException("openssl failed: " + made.err());
        }
        return new Certificates(directory);
    }

    /// A file for `--web-config` beside them.
    String file(String text) throws IOException {
        Path file = Files.createTempFile(directory, "web", ".yml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(file, text).toString();
    }

    String path(String name) {
        return directory.resolve(name).toString();
    }
}
