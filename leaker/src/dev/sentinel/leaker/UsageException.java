package dev.sentinel.leaker;

/** The command line cannot be understood; the message is one sentence for the user. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String sentence) {
        super(sentence);
    }
}
