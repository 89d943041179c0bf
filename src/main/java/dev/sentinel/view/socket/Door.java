package dev.sentinel.view.socket;

import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.Consumer;

/// Where clients come in. It can be shut for a moment, and when its path is deleted it is made
/// anew: cleaners of /tmp take what looks old.
final class Door {

    /// How often it is looked whether the path is still there.
    static final Duration PATH_CHECK = Duration.ofSeconds(5);

    private final Selector selector;
    private final Consumer<String> warnings;
    private SocketFile file;
    private SelectionKey key;
    private Duration openAt = Duration.ZERO;
    private Duration checkAt = Duration.ZERO;

    Door(SocketFile file, Selector selector, Consumer<String> warnings) throws IOException {
        this.selector = selector;
        this.warnings = warnings;
        this.file = file;
        this.key = hang(file);
    }

    private SelectionKey hang(SocketFile at) throws IOException {
        at.channel().configureBlocking(false);
        return at.channel().register(selector, SelectionKey.OP_ACCEPT);
    }

    /// Who has come; null when nobody has.
    @Nullable AFUNIXSocketChannel accept() throws IOException {
        return file.channel().accept();
    }

    /// Nobody is let in for so long: whoever waits outside would keep the selector from sleeping.
    void shut(Duration now, Duration time) {
        openAt = now.plus(time);
        key.interestOps(0);
    }

    boolean isShut() {
        return key.interestOps() == 0;
    }

    /// Opens when it is time, and looks after the path.
    void tend(Duration now) {
        if (isShut() && now.compareTo(openAt) >= 0) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
        if (now.compareTo(checkAt) >= 0) {
            checkAt = now.plus(PATH_CHECK);
            keepPath();
        }
    }

    private void keepPath() {
        try {
            if (!file.isThere()) {
                SocketFile again = file.again();
                SelectionKey newKey = hang(again);
                key.cancel();
                file.close();
                file = again;
                key = newKey;
                warnings.accept(
                        "the socket %s was deleted, and is there again".formatted(file.path()));
            }
        } catch (IOException refused) {
            warnings.accept(
                    "the socket %s was deleted and cannot be made again: %s"
                            .formatted(file.path(), refused.getMessage()));
        }
    }

    void close() throws IOException {
        file.close();
    }
}
