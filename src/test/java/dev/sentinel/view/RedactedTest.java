package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class RedactedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "java -jar app.jar --port 8080         | java -jar app.jar --port 8080",
                "app --password hunter2 -v             | app --password <hidden> -v",
                "app --db-password=hunter2             | app --db-password=<hidden>",
                "java -Dapi.key=hunter2 App            | java -Dapi.key=<hidden> App",
                "env AWS_SECRET_ACCESS_KEY=hunter2 app | env AWS_SECRET_ACCESS_KEY=<hidden> app",
                "app https://me:hunter2@host/x         | app https://<hidden>@host/x",
                "app postgres://hunter2@host/db        | app postgres://<hidden>@host/db",
                "app https://h/x?a=1&token=hunter2&b=2 | app https://h/x?a=1&token=<hidden>&b=2",
                "app --url=https://h/?api_key=hunter2  | app --url=https://h/?api_key=<hidden>",
                "app --auth hunter2 --auth hunter2     | app --auth <hidden> --auth <hidden>",
                "app --TOKEN hunter2                   | app --TOKEN <hidden>",
            })
    void what_is_called_a_secret_is_hidden(String command, String shown) {
        assertEquals(shown, Redacted.line(List.of(command.strip().split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization: Bearer hunter2, curl -H Authorization:<hidden>",
        "Cookie: a=hunter2, curl -H Cookie:<hidden>",
        "X-Api-Key:hunter2, curl -H X-Api-Key:<hidden>",
        "Accept: text/plain, curl -H Accept: text/plain",
    })
    void a_header_with_a_secret_is_hidden(String header, String shown) {
        assertEquals(shown, Redacted.line(List.of("curl", "-H", header)));
    }

    @Test
    void foreign_text_is_harmless() {
        assertEquals("a \\x1b[2J \\u202e", Redacted.line(List.of("a", "\u001b[2J", "\u202e")));
    }
}
