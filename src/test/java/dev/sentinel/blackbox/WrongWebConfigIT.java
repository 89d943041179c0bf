package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// Files for `--web-config` that will not do, and files that they name.
@SideBySide
class WrongWebConfigIT {

    @TempDir static Path directory;
    private static Certificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = Certificates.in(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1'                                                               | ' a: there is no such key'",
                "'tls_server_config: { cert_file: none.crt, key_file: ec.key }'       | 'none.crt: there is no such file'",
                "'tls_server_config: { cert_file: ec.key, key_file: ec.key }'         | 'ec.key: there is no certificate in it'",
                "'tls_server_config: { cert_file: ec.crt, key_file: open.key }'       | 'open.key: everybody on this machine can read this key; chmod o= '",
                "'tls_server_config: { cert_file: rsa.crt, key_file: old.key }'       | 'openssl pkcs8 -topk8 -nocrypt -in '",
                "'tls_server_config: { cert_file: rsa.crt, key_file: ec.key }'        | 'ec.key: this is not a key of the kind in the certificate, RSA'",
                "'tls_server_config: { cert_file: ec.crt, key_file: ec.key, cipher_suites: [TLS_RSA_WITH_NULL_SHA256] }' | 'cipher_suites: ''TLS_RSA_WITH_NULL_SHA256'' is none'",
            })
    void what_is_wrong_is_said_before_anything_starts(String config, String part) throws Exception {
        Program.Result result =
                Guard.run(
                        "--no-socket",
                        "--metrics",
                        "0",
                        "--web-config",
                        certificates.file(config),
                        "echo",
                        "started");
        assertEquals(125, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("sentinel: --web-config "), result.err());
        assertTrue(result.err().contains(part), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }
}
