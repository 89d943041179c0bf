package dev.sentinel.cli;

import java.io.Serial;

/// Something the user can put right. The message is one sentence; nothing has been started.
final class UsageError extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    UsageError(String sentence) {
        super(sentence);
    }

    UsageError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
