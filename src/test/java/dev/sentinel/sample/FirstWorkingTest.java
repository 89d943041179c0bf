package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class FirstWorkingTest {

    private static final ProcessId ID = new ProcessId(1, 1);
    private static final Sampled DENIED = new Sampled.Denied("not yours");
    private static final Sampled GONE = new Sampled.Vanished();
    private static final Sampled READ = new Sampled.Read(new ByteSize(7));

    private record Always(Sampled answer) implements Sampler {

        @Override
        public Sampled sample(ProcessId process) {
            return answer;
        }

        @Override
        public String source() {
            return answer.toString();
        }

        @Override
        public void keepOnly(Set<ProcessId> processes) {}
    }

    @Test
    void the_first_that_can_read_answers() {
        assertEquals(READ, asked(READ, GONE));
    }

    @Test
    void where_one_is_denied_the_next_is_asked() {
        assertEquals(READ, asked(DENIED, READ));
    }

    @Test
    void the_one_that_answered_last_is_the_source() {
        var first = new FirstWorking(List.of(new Always(DENIED), new Always(READ)));
        assertEquals(DENIED.toString(), first.source(), "nobody has been asked yet");
        first.sample(ID);
        assertEquals(READ.toString(), first.source());
    }

    @Test
    void gone_is_an_answer() {
        assertEquals(GONE, asked(GONE, READ));
    }

    @Test
    void when_all_are_denied_it_is_denied() {
        assertEquals(DENIED, asked(DENIED, DENIED));
    }

    private static Sampled asked(Sampled first, Sampled second) {
        return new FirstWorking(List.of(new Always(first), new Always(second))).sample(ID);
    }
}
