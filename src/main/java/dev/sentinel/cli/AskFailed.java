package dev.sentinel.cli;

import java.io.Serial;

/// A client command that could not do what it is for. The message is one sentence for the user.
final class AskFailed extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int code;
    private final String sentence;

    /// @param code the exit code
    AskFailed(int code, String sentence) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    int code() {
        return code;
    }
}
