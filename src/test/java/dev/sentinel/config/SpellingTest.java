package dev.sentinel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "headers,  headers",
        "header,   headers",
        "haeders,  headers",
        "htp2,     http2",
        "HTTP2,    none",
        "password, none",
        "'',       none",
    })
    void a_word_is_known_in_spite_of_a_mistake(String written, String meant) {
        assertEquals(meant, Spelling.closest(written, List.of("headers", "http2")).orElse("none"));
    }
}
