package dev.sentinel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.config.WebConfig.Clients;
import dev.sentinel.config.WebConfig.TlsFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class WebConfigTest {

    private static final String HASH =
            "$2y$10$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW";

    @TempDir Path directory;

    private WebConfig read(String text) throws IOException, ConfigError {
        return WebConfig.read(Files.writeString(directory.resolve("web.yml"), text));
    }

    private String refusal(String text) {
        String sentence =
                String.valueOf(assertThrows(ConfigError.class, () -> read(text)).getMessage());
        String file = directory.resolve("web.yml") + ": ";
        assertTrue(sentence.startsWith(file), sentence);
        return sentence.substring(file.length());
    }

    @Test
    void nothing_in_it_changes_nothing() throws Exception {
        var nothing = new WebConfig(Optional.empty(), Map.of(), Map.of());
        assertEquals(nothing, read(""));
        assertEquals(nothing, read("# nothing\n---\n{}\n"));
    }

    @Test
    void everything_in_it_is_understood() throws Exception {
        WebConfig config =
                read(
                        """
                        tls_server_config:
                          cert_file: a.crt
                          key_file: /b.key
                          min_version: TLS13
                          client_auth_type: "RequireAndVerifyClientCert"
                          client_ca_file: ../ca.crt
                          cipher_suites: [A, 'B']
                        basic_auth_users:
                          anna: &hash %s
                          010: *hash
                        http_server_config:
                          http2: false
                          headers: { X-Frame-Options: deny }
                        """
                                .formatted(HASH));
        Path parent = directory.toAbsolutePath();
        assertEquals(
                new WebConfig(
                        Optional.of(
                                new TlsFiles(
                                        parent.resolve("a.crt"),
                                        Path.of("/b.key"),
                                        true,
                                        Clients.REQUIRED,
                                        Optional.of(parent.resolveSibling("ca.crt")),
                                        List.of("A", "B"))),
                        Map.of("anna", HASH, "010", HASH),
                        Map.of("X-Frame-Options", "deny")),
                config);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: b'                                           | line 1: a: there is no such key; known are tls_server_config, http_server_config, basic_auth_users",
                "'\n\ntls_server_confg: {}'                       | line 3: tls_server_confg: there is no such key; did you mean 'tls_server_config'?",
                "'- a'                                            | line 1: the file: this is no map of keys and values",
                "'tls_server_config:'                             | line 1: tls_server_config: this is no map of keys and values",
                "'tls_server_config:\n  cert_file: a'             | line 2: tls_server_config: key_file is missing",
                "'tls_server_config:\n  cert_fil: a'              | line 2: tls_server_config.cert_fil: there is no such key; did you mean 'cert_file'?",
                "'tls_server_config: {cert_file: [a]}'            | line 1: tls_server_config.cert_file: one value is wanted",
                "'tls_server_config: {cert_file: }'               | line 1: tls_server_config.cert_file: one value is wanted",
                "'tls_server_config: {cert_file: a, key_file: b, min_version: TLS11}' | line 1: tls_server_config.min_version: 'TLS11' is none of TLS12, TLS13",
                "'tls_server_config: {cert_file: a, key_file: b, client_auth_type: RequestClientCert}' | line 1: tls_server_config.client_auth_type: 'RequestClientCert' is none of NoClientCert, RequireAndVerifyClientCert, VerifyClientCertIfGiven",
                "'tls_server_config: {cert_file: a, key_file: b, client_auth_type: RequireAndVerifyClientCert}' | line 1: tls_server_config.client_auth_type: client_ca_file has to tell who signs those certificates",
                "'tls_server_config: {cert_file: a, key_file: b, client_ca_file: c}' | line 1: tls_server_config.client_ca_file: without client_auth_type: RequireAndVerifyClientCert it would mean nothing",
                "'tls_server_config: {cert_file: a, key_file: b, cipher_suites: A}' | line 1: tls_server_config.cipher_suites: a list is wanted",
                "'basic_auth_users: {}'                           | line 1: basic_auth_users: there is nobody; leave it out to let everybody look",
                "'basic_auth_users: {a: secret}'                  | line 1: basic_auth_users.a: this is no bcrypt hash; htpasswd -nBC 10 a makes one",
                "'basic_auth_users: {\"a:b\": c}'                 | line 1: basic_auth_users.a:b: a name is not empty and has no colon",
                "'basic_auth_users:\n  a: $2y$17$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW' | line 2: basic_auth_users.a: a cost of 17 is not between 4 and 14; 10 takes a tenth of a second",
                "'http_server_config: {headers: {X-Other: a}}'    | line 1: http_server_config.headers.X-Other: there is no such key; known are Content-Security-Policy, Strict-Transport-Security, X-Content-Type-Options, X-Frame-Options, X-XSS-Protection",
                "'http_server_config: {headers: {X-Frame-Options: \"a\\r\\nb\"}}' | line 1: http_server_config.headers.X-Frame-Options: this cannot be sent",
                "'http_server_config: {http2: yes}'               | line 1: http_server_config.http2: 'yes' is none of false, true",
                "'http_server_config: {}\nhttp_server_config: {}' | line 2: 'http_server_config' is there twice",
                "'a: !mine x'                                     | line 1: tags have no meaning here",
                "'? [a]\n: b'                                     | line 1: a key is one word",
                "'a: b\nc'                                        | line 2: could not find expected ':'",
                "'\ta: b'                                         | line 1: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
                "'a: b\n---\nc: d'                                | line 2: but found another document",
            })
    void what_is_wrong_is_said_with_line_and_key(String text, String sentence) {
        assertEquals(sentence, refusal(text));
    }

    @Test
    void nothing_is_made_of_what_a_tag_names_and_no_odd_character_gets_in() {
        assertEquals(
                "line 1: Global tag is not allowed: tag:yaml.org,2002:java.net.URL",
                refusal("a: !!java.net.URL [x]"));
        assertEquals("special characters are not allowed", refusal("a: \0"));
    }

    @Test
    void bombs_do_not_go_off() {
        assertFalse(refusal("a: &a [b]\nc: [*a]\n").isEmpty());
        assertFalse(refusal("a: &a [*a]\n").isEmpty());
        assertFalse(refusal("[".repeat(100_000)).isEmpty());
        assertFalse(refusal("{a: ".repeat(10_000)).isEmpty());
        assertEquals("the file is larger than a megabyte", refusal("#".repeat(2 << 20)));
    }

    @Test
    void no_hash_is_told() {
        String almost = HASH.substring(0, HASH.length() - 1);
        assertFalse(refusal("basic_auth_users: {a: %s}".formatted(almost)).contains(almost));
        assertFalse(refusal("basic_auth_users: {a: %s".formatted(HASH)).contains(HASH));
    }

    @Test
    void a_file_has_to_be_there() {
        Path missing = directory.resolve("missing.yml");
        String sentence =
                String.valueOf(
                        assertThrows(ConfigError.class, () -> WebConfig.read(missing))
                                .getMessage());
        assertEquals(missing + ": there is no such file", sentence);
    }
}
