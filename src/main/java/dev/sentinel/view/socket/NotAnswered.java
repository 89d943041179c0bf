package dev.sentinel.view.socket;

import dev.sentinel.model.TimeText;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;

/// A question that no Sentinel has answered. The message is a sentence for the user, without its
/// full stop.
public final class NotAnswered extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    /// What to make of it.
    public enum Why {
        /// Nobody is there, or nobody that may be asked.
        NO_SERVER,
        /// Somebody is there and has nothing to say to us.
        REFUSED,
        TIMED_OUT
    }

    private final Why why;
    private final String sentence;

    private NotAnswered(Why why, String sentence) {
        super(sentence);
        this.why = why;
        this.sentence = sentence;
    }

    public Why why() {
        return why;
    }

    /// What happened and what to do.
    public String sentence() {
        return sentence;
    }

    static NotAnswered timedOut(Path path, Duration patience) {
        return new NotAnswered(
                Why.TIMED_OUT,
                "whoever listens at %s has not answered within %s; look whether that Sentinel is stopped"
                                .formatted(path, TimeText.plain(patience))
                        + " or the machine is very busy");
    }

    /// The connection was closed without a word.
    static NotAnswered sentAway(Path path) {
        return new NotAnswered(
                Why.REFUSED,
                "whoever listens at %s has closed the connection without an answer; "
                                .formatted(path)
                        + "a Sentinel takes commands from its own user and root only, and none while it ends");
    }

    static NotAnswered notUnderstood(Path path, String because) {
        return new NotAnswered(
                Why.REFUSED,
                "what listens at %s is no Sentinel of this kind: %s; name another with --socket PATH"
                        .formatted(path, because));
    }

    /// A reason that is known already stays.
    static NotAnswered because(Path path, Throwable failed) {
        return failed instanceof NotAnswered known
                ? known
                : new NotAnswered(Why.NO_SERVER, new Whereabouts(path).sentence(failed));
    }
}
