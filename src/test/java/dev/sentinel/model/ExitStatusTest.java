package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({
        "0,   exited with 0",
        "3,   exited with 3",
        "128, exited with 128",
        "129, ended by SIGHUP (129)",
        "137, ended by SIGKILL (137)",
        "143, ended by SIGTERM (143)",
        "168, ended by signal 40 (168)",
        "192, ended by signal 64 (192)",
        "193, exited with 193",
        "255, exited with 255",
    })
    void from_129_to_192_it_was_a_signal(int shellCode, String text) {
        assertEquals(text, new ExitStatus(shellCode).describe());
    }
}
