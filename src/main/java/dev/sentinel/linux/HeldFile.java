package dev.sentinel.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A small file of the kernel's, kept open and read again from its beginning: opening it costs ten
/// times what reading does. One below /proc/PID belongs to that process, not to the number, and
/// cannot be read any more once the process is gone.
public final class HeldFile implements AutoCloseable {

    private final FileChannel channel;

    private HeldFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Opens it.
    ///
    /// @throws IOException when it is not there or may not be read
    public static HeldFile open(Path file) throws IOException {
        return new HeldFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    /// What it says now, from position zero to the limit.
    ///
    /// @param into long enough for all of it; direct, or the JDK allocates one that is
    /// @return false when the process it belongs to is gone
    public boolean read(ByteBuffer into) throws IOException {
        into.clear();
        try {
            channel.read(into, 0);
        } catch (IOException failed) {
            if (Proc.meansGone(failed)) {
                return false;
            }
            throw failed;
        }
        into.flip();
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cannotMatter) {
            // It was only read, and Linux frees the descriptor whatever it answers (close(2)).
        }
    }
}
