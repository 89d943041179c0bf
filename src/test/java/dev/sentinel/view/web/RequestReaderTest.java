package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class RequestReaderTest {

    private static Optional<Asked> read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new RequestReader(new ByteArrayInputStream(bytes)).next();
    }

    private static int refusal(String text) {
        return assertThrows(Refused.class, () -> read(text)).answer().status();
    }

    @Test
    void a_request_has_a_method_a_path_and_fields() throws IOException {
        Asked asked =
                read("\r\nGET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept:y \r\nACCEPT: z\r\n\r\nrest")
                        .orElseThrow();
        assertEquals("GET", asked.method());
        assertEquals("/a", asked.path());
        assertEquals("b=c", asked.query());
        assertEquals(List.of("y", "z"), asked.fields().get("accept"));
        assertEquals(Optional.of("x"), asked.field("host"));
    }

    @Test
    void a_whole_address_means_its_path() throws IOException {
        assertEquals("/a", read("GET http://x:8000/a HTTP/1.1\nHost: x\n\n").orElseThrow().path());
        assertEquals("/", read("GET http://x HTTP/1.1\nHost: x\n\n").orElseThrow().path());
    }

    @Test
    void a_client_that_says_nothing_more_has_no_request() throws IOException {
        assertEquals(Optional.empty(), read(""));
        assertEquals(Optional.empty(), read("GET / HT"));
        assertEquals(Optional.empty(), read("\n\n\n\n\n\n\n\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'GET /\n\n'                                           | 400",
                "'GET  / HTTP/1.1\nHost: x\n\n'                        | 400",
                "'G@T / HTTP/1.1\nHost: x\n\n'                         | 400",
                "'GET / HTTP/1.1\n\n'                                  | 400",
                "'GET / HTTP/1.1\nHost: x\nHost: y\n\n'                | 400",
                "'GET / HTTP/1.1\nHost : x\n\n'                        | 400",
                "'GET / HTTP/1.1\nHost: x\n folded\n\n'                | 400",
                "'GET / HTTP/1.1\nHost: x\nno colon\n\n'               | 400",
                "'GET / HTTP/1.1\nHost: x'                             | 400",
                "'GET x HTTP/1.1\nHost: x\n\n'                         | 400",
                "'PRI * HTTP/2.0\n\n'                                  | 505",
            })
    void what_is_no_request_is_refused(String text, int status) {
        assertEquals(status, refusal(text));
    }

    @Test
    void control_characters_are_refused() {
        assertEquals(400, refusal("GET /\0 HTTP/1.1\nHost: x\n\n"));
        assertEquals(400, refusal("GET / HTTP/1.1\nHost: x\nA: \u001b[2J\n\n"));
        assertEquals(400, refusal("GET / HTTP/1.1\nHost: x\nA: b\rC: d\n\n"));
    }

    @Test
    void a_head_has_an_end() {
        assertEquals(431, refusal("GET /" + "a".repeat(20_000) + " HTTP/1.1\nHost: x\n\n"));
        assertEquals(431, refusal("GET / HTTP/1.1\nHost: x\nA: " + " ".repeat(20_000) + "\n\n"));
        assertEquals(431, refusal("GET / HTTP/1.1\nHost: x\n" + "A: b\n".repeat(60) + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                  | true",
                "deflate, GZIP;q=0.5   | true",
                "*                     | true",
                "gzip;q=0              | false",
                "gzip; q=0.000, *      | false",
                "*;q=0                 | false",
                "identity              | false",
                "br                    | false",
            })
    void gzip_is_for_those_who_want_it(String accepted, boolean wanted) throws IOException {
        String text = "GET / HTTP/1.1\nHost: x\nAccept-Encoding: " + accepted + "\n\n";
        assertEquals(wanted, read(text).orElseThrow().takesGzip());
    }

    @Test
    void parameters_are_decoded() throws IOException {
        Asked asked =
                read("GET /?name%5B%5D=a%20b&name[]=c&x&name[]=%zz HTTP/1.1\nHost: x\n\n")
                        .orElseThrow();
        assertEquals(List.of("a b", "c", "%zz"), asked.parameter("name[]"));
    }

    @Test
    void a_conversation_goes_on_unless_somebody_has_enough() throws IOException {
        assertEquals(true, read("GET / HTTP/1.1\nHost: x\n\n").orElseThrow().keepsAlive());
        assertEquals(false, read("GET / HTTP/1.0\n\n").orElseThrow().keepsAlive());
        assertEquals(
                false,
                read("GET / HTTP/1.1\nHost: x\nConnection: Close\n\n").orElseThrow().keepsAlive());
        assertEquals(
                false,
                read("GET / HTTP/1.1\nHost: x\nContent-Length: 3\n\n").orElseThrow().keepsAlive());
    }
}
