package dev.sentinel.leaker;

/** The operating system refuses to hand out any more memory. */
final class NoMoreMemory extends Exception {
    private static final long serialVersionUID = 1;

    NoMoreMemory(Throwable cause) {
        super(cause);
    }
}
