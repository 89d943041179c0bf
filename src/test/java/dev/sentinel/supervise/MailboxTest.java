package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class MailboxTest {

    private final Mailbox<String> mailbox = new Mailbox<>(2);

    @Test
    void what_came_is_taken_oldest_first_and_once() {
        assertTrue(mailbox.offer("a"));
        assertTrue(mailbox.offer("b"));
        assertEquals(List.of("a", "b"), mailbox.take());
        assertEquals(List.of(), mailbox.take());
    }

    @Test
    void a_full_mailbox_refuses_and_keeps_what_it_has() {
        var _ = mailbox.offer("a");
        var _ = mailbox.offer("b");
        assertFalse(mailbox.offer("c"));
        assertEquals(List.of("a", "b"), mailbox.take());
    }

    @Test
    void taking_makes_room() {
        var _ = mailbox.offer("a");
        var _ = mailbox.offer("b");
        var _ = mailbox.take();
        assertTrue(mailbox.offer("c"));
    }
}
