package dev.sentinel.view.socket;

import java.io.IOException;
import java.io.Serial;

/// A path that is not ours to listen at. The message is a sentence for the user.
public final class SocketRefused extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    SocketRefused(String sentence) {
        super(sentence);
    }
}
