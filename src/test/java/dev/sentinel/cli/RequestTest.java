package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Received;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class RequestTest {

    private static final Requester HERE = Requester.at("dashboard");
    private static final StopCause ASKED = new StopCause.Requested(HERE);

    private static String line(Command wish) {
        return Request.of(wish).orElse("none");
    }

    @Test
    void each_wish_has_its_words() {
        assertEquals("stop", line(new Command.Stop("", ASKED)));
        assertEquals("stop api", line(new Command.Stop("api", ASKED)));
        assertEquals("restart api", line(new Command.Restart("api", HERE)));
        assertEquals("signal api KILL", line(new Command.Kill("api", ASKED)));
        assertEquals("signal api 1", line(new Command.Send("api", Signal.HUP, HERE)));
        assertEquals("signal api 40", line(new Command.Send("api", new Signal(40), HERE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1023, 629_145_601, 999_999_999_999_999_999L})
    void a_limit_arrives_to_the_byte(long bytes) {
        var size = new ByteSize(bytes);
        String request = "limit api ";
        String line = line(new Command.SetLimit("api", size, HERE));
        assertTrue(line.startsWith(request), line);
        assertEquals(size, ByteSize.parse(line.substring(request.length()), ByteSize.ZERO));
    }

    @Test
    void what_no_line_asks_for_is_none() {
        assertEquals(Optional.empty(), Request.of(new Command.Kill("", ASKED)));
        assertEquals(
                Optional.empty(),
                Request.of(new Command.Forward("api", Received.alone(Signal.HUP))));
    }
}
