package dev.sentinel.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the HTTP server is guarded, from a file in the format that the exporters of Prometheus have
/// in common (exporter-toolkit, web-configuration).
///
/// @param users name → bcrypt hash; empty when everybody may look
/// @param headers that every answer has
public record WebConfig(
        Optional<TlsFiles> tls, Map<String, String> users, Map<String, String> headers) {

    /// Where certificate and key are.
    ///
    /// @param only13 whether TLS 1.2 is too old
    /// @param clientAuthorities who signs the certificates of clients
    /// @param suites empty for the usual ones
    public record TlsFiles(
            Path certificate,
            Path key,
            boolean only13,
            Clients clients,
            Optional<Path> clientAuthorities,
            List<String> suites) {

        public TlsFiles {
            suites = List.copyOf(suites);
        }
    }

    /// Whether clients show certificates.
    public enum Clients {
        NO,
        IF_GIVEN,
        REQUIRED
    }

    public WebConfig {
        users = Map.copyOf(users);
        headers = Map.copyOf(headers);
    }

    /// Reads it.
    public static WebConfig read(Path file) throws ConfigError {
        return WebConfigReader.read(file);
    }
}
