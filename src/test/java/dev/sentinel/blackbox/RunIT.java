package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunIT {

    @Test
    void the_childs_exit_code_and_output_come_through() throws Exception {
        Program.Result result =
                Guard.run("--no-socket", "--no-metrics", "sh", "-c", "echo hello; exit 3");
        assertEquals(3, result.code());
        assertEquals("hello\n", result.out());
        assertTrue(
                result.err().matches("sentinel: sh: exited with 3 after [0-9.]+ s\n"),
                result.err());
    }
}
