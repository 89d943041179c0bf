package dev.sentinel.view.web;

import java.io.IOException;
import java.io.Serial;

/// A request that is none. The message is a sentence for the client; whatever else it sends is not
/// read.
final class Refused extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    Answer answer() {
        return Answer.sorry(status, String.valueOf(getMessage()));
    }
}
