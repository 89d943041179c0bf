package dev.sentinel.config;

import dev.sentinel.config.WebConfig.Clients;
import dev.sentinel.config.WebConfig.TlsFiles;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file → how the HTTP server is guarded, or one sentence about what is wrong. No hash is ever
/// in it.
final class WebConfigReader {

    private static final String TLS = "tls_server_config";
    private static final String HTTP = "http_server_config";
    private static final String USERS = "basic_auth_users";
    private static final String HEADERS = "headers";

    private static final List<String> TLS_KEYS =
            List.of(
                    "cert_file",
                    "key_file",
                    "min_version",
                    "client_auth_type",
                    "client_ca_file",
                    "cipher_suites");

    private static final Map<String, Boolean> ONLY_13 = Map.of("TLS12", false, "TLS13", true);
    private static final Map<String, Clients> CLIENTS =
            Map.of(
                    "NoClientCert",
                    Clients.NO,
                    "VerifyClientCertIfGiven",
                    Clients.IF_GIVEN,
                    "RequireAndVerifyClientCert",
                    Clients.REQUIRED);

    /// Those that exporter-toolkit knows too.
    private static final List<String> MAY_BE_SENT =
            List.of(
                    "Content-Security-Policy",
                    "Strict-Transport-Security",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "X-XSS-Protection");

    /// Version, cost, salt and what came of it.
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

    private static final int LEAST_COST = 4;

    /// About a second for each password that is tried; each step more doubles that.
    private static final int MOST_COST = 14;

    private final Path file;
    private final Section root;

    private WebConfigReader(Path file, Section root) {
        this.file = file;
        this.root = root;
    }

    static WebConfig read(Path file) throws ConfigError {
        YamlFile yaml = new YamlFile(file);
        Section root = Section.of(yaml, "", yaml.read(), List.of(TLS, HTTP, USERS));
        WebConfigReader reader = new WebConfigReader(file, root);
        return new WebConfig(reader.tls(), reader.users(), reader.headers());
    }

    private Optional<TlsFiles> tls() throws ConfigError {
        Optional<Section> found = root.section(TLS, TLS_KEYS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section tls = found.get();
        Clients clients = tls.choice("client_auth_type", CLIENTS, Clients.NO);
        Optional<String> authorities = tls.text("client_ca_file");
        if (authorities.isPresent() && clients == Clients.NO) {
            throw tls.wrong(
                    "client_ca_file",
                    "without client_auth_type: RequireAndVerifyClientCert it would mean nothing");
        }
        if (authorities.isEmpty() && clients != Clients.NO) {
            throw tls.wrong(
                    "client_auth_type", "client_ca_file has to tell who signs those certificates");
        }
        return Optional.of(
                new TlsFiles(
                        path(tls, "cert_file", tls.required("cert_file")),
                        path(tls, "key_file", tls.required("key_file")),
                        tls.choice("min_version", ONLY_13, false),
                        clients,
                        authorities.isEmpty()
                                ? Optional.empty()
                                : Optional.of(path(tls, "client_ca_file", authorities.get())),
                        tls.list("cipher_suites")));
    }

    /// Relative to the directory of the file, wherever Sentinel was started.
    private Path path(Section section, String key, String text) throws ConfigError {
        try {
            return file.toAbsolutePath().resolveSibling(text).normalize();
        } catch (InvalidPathException impossible) {
            throw section.wrong(key, "no file can be called that");
        }
    }

    private Map<String, String> users() throws ConfigError {
        Optional<Section> section = root.section(USERS);
        if (section.isEmpty()) {
            return Map.of();
        }
        Map<String, String> users = section.get().texts();
        if (users.isEmpty()) {
            throw root.wrong(USERS, "there is nobody; leave it out to let everybody look");
        }
        for (Map.Entry<String, String> user : users.entrySet()) {
            check(section.get(), user.getKey(), user.getValue());
        }
        return users;
    }

    private static void check(Section section, String name, String hash) throws ConfigError {
        if (name.isEmpty() || name.contains(":")) {
            throw section.wrong(name, "a name is not empty and has no colon");
        }
        Matcher parts = HASH.matcher(hash);
        if (!parts.matches()) {
            throw section.wrong(
                    name, "this is no bcrypt hash; htpasswd -nBC 10 %s makes one".formatted(name));
        }
        int cost = Integer.parseInt(parts.group(1));
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw section.wrong(
                    name,
                    "a cost of %d is not between %d and %d; 10 takes a tenth of a second"
                            .formatted(cost, LEAST_COST, MOST_COST));
        }
    }

    private Map<String, String> headers() throws ConfigError {
        Optional<Section> http = root.section(HTTP, List.of(HEADERS, "http2"));
        if (http.isEmpty()) {
            return Map.of();
        }
        // Whoever can speak HTTP/2 speaks HTTP/1.1 too, so there is nothing to do about it.
        var _ = http.get().choice("http2", Map.of("true", true, "false", false), false);
        Optional<Section> section = http.get().section(HEADERS, MAY_BE_SENT);
        Map<String, String> headers = section.isEmpty() ? Map.of() : section.get().texts();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!header.getValue().matches("[ -~]*")) {
                throw section.orElseThrow().wrong(header.getKey(), "this cannot be sent");
            }
        }
        return headers;
    }
}
