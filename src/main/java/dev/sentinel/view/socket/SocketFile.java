package dev.sentinel.view.socket;

import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.FileDescriptorCast;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A listening socket and its path.
///
/// The socket is bound inside a private directory, made mode 0600 there, and then published under
/// its public name by a hard link. So the public name has the right mode from its first instant, a
/// link never replaces what is there, and junixsocket, which would remove and chmod the path that
/// it binds, never sees the public one.
public final class SocketFile implements AutoCloseable {

    /// unix(7): the path in an address has 108 bytes, one of them for the end.
    private static final int LONGEST_PATH = 107;

    private static final int FILE_TYPE = 0170000;
    private static final int SOCKET = 0140000;

    /// Who a file is (stat(2)); unlike its path, that cannot be taken over.
    private record Identity(long device, long inode) {}

    private record Found(Identity identity, long mode, long uid) {}

    private final Path path;

    /// Kept because its end would close the descriptor that both channels have.
    private final AFUNIXServerSocketChannel bound;

    private final AFUNIXServerSocketChannel channel;
    private final Found mine;

    private SocketFile(
            Path path,
            AFUNIXServerSocketChannel bound,
            AFUNIXServerSocketChannel channel,
            Found mine) {
        this.path = path;
        this.bound = bound;
        this.channel = channel;
        this.mine = mine;
    }

    /// Listens at the path, with mode 0600. A socket of our own that nobody listens at is replaced;
    /// anything else that is there is left alone.
    ///
    /// @param uid our own
    /// @throws SocketRefused when the path is taken, with a sentence for the user
    public static SocketFile open(Path path, long uid) throws IOException {
        try {
            return openAt(path, uid);
        } catch (LinkageError noNativeCode) {
            throw new IOException("junixsocket's native code cannot be loaded here", noNativeCode);
        }
    }

    private static SocketFile openAt(Path path, long uid) throws IOException {
        if (path.toString().length() > LONGEST_PATH) {
            throw new SocketRefused(
                    "the path of a socket has at most %d bytes, and %s has more"
                            .formatted(LONGEST_PATH, path));
        }
        Optional<Found> leftOver = find(path);
        if (leftOver.isPresent()) {
            refuseUnlessStale(path, leftOver.get(), uid);
        }
        Path parent = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("/"));
        Path workshop = makeWorkshop(parent);
        try {
            if (leftOver.isPresent()) {
                removeStale(path, leftOver.get(), workshop.resolve("old"));
            }
            return publish(path, workshop.resolve("new"));
        } finally {
            Files.deleteIfExists(workshop.resolve("old"));
            Files.deleteIfExists(workshop.resolve("new"));
            Files.deleteIfExists(workshop);
        }
    }

    private static Path makeWorkshop(Path parent) throws IOException {
        // Not Files.createTempDirectory: its secure random numbers bring up the JDK's security
        // providers, and all that matters here is that the directory is new.
        String name = ".sentinel-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
        try {
            return Files.createDirectory(
                    parent.resolve(name),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (NoSuchFileException absent) {
            throw new SocketRefused("there is no directory %s".formatted(parent));
        } catch (FileSystemException refused) {
            throw new SocketRefused(
                    "a socket cannot be made in %s: %s".formatted(parent, reason(refused)));
        }
    }

    private static String reason(FileSystemException refused) {
        return refused instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(refused.getReason());
    }

    private static void refuseUnlessStale(Path path, Found found, long uid) throws SocketRefused {
        if ((found.mode() & FILE_TYPE) != SOCKET) {
            throw new SocketRefused(
                    "%s exists and is not a socket; it is left alone".formatted(path));
        }
        if (found.uid() != uid) {
            throw new SocketRefused(
                    "%s belongs to the user with number %d".formatted(path, found.uid()));
        }
        if (answers(path)) {
            throw new SocketRefused("another Sentinel answers at %s".formatted(path));
        }
    }

    /// Only a refused connection proves that nobody listens. One that is kept waiting is at a
    /// Sentinel that is busy or stopped; nobody here waits with it.
    private static boolean answers(Path path) {
        try (var probe = AFUNIXSocketChannel.open()) {
            probe.configureBlocking(false);
            probe.connect(AFUNIXSocketAddress.of(path));
            return true;
        } catch (SocketException refused) {
            return !String.valueOf(refused.getMessage()).contains("refused");
        } catch (IOException unknown) {
            return true;
        }
    }

    /// Moved away first and looked at then: another Sentinel may have been faster, and a live
    /// socket goes back to its place.
    private static void removeStale(Path path, Found stale, Path aside) throws IOException {
        try {
            Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        boolean same =
                find(aside).map(Found::identity).filter(stale.identity()::equals).isPresent();
        if (!same) {
            Files.createLink(path, aside);
            throw new SocketRefused("another Sentinel has just taken %s".formatted(path));
        }
    }

    private static SocketFile publish(Path path, Path workplace) throws IOException {
        AFUNIXServerSocketChannel bound = listen(workplace);
        try {
            Files.setPosixFilePermissions(workplace, PosixFilePermissions.fromString("rw-------"));
            Found mine = find(workplace).orElseThrow();
            Files.createLink(path, workplace);
            return new SocketFile(path, bound, withoutPath(bound), mine);
        } catch (FileAlreadyExistsException taken) {
            bound.close();
            throw new SocketRefused("another program has just taken %s".formatted(path));
        } catch (IOException failed) {
            bound.close();
            throw failed;
        }
    }

    private static AFUNIXServerSocketChannel listen(Path workplace) throws IOException {
        AFUNIXServerSocketChannel channel = AFUNIXServerSocketChannel.open();
        channel.bind(AFUNIXSocketAddress.of(workplace));
        return channel;
    }

    /// The same socket as one whose path junixsocket does not know. It refuses to accept once the
    /// path that it bound is gone, and ours goes as soon as the public name is there.
    private static AFUNIXServerSocketChannel withoutPath(AFUNIXServerSocketChannel bound)
            throws IOException {
        return FileDescriptorCast.using(bound.getFileDescriptor())
                .as(AFUNIXServerSocketChannel.class);
    }

    private static Optional<Found> find(Path path) throws IOException {
        try {
            Map<String, Object> stat =
                    Files.readAttributes(path, "unix:dev,ino,mode,uid", LinkOption.NOFOLLOW_LINKS);
            var identity = new Identity(number(stat, "dev"), number(stat, "ino"));
            return Optional.of(new Found(identity, number(stat, "mode"), number(stat, "uid")));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, Object> stat, String name) {
        return ((Number) Objects.requireNonNull(stat.get(name))).longValue();
    }

    /// Whether the path still leads here.
    boolean isThere() throws IOException {
        return find(path).map(Found::identity).filter(mine.identity()::equals).isPresent();
    }

    /// Another socket at the same path, once this one is not there any more.
    SocketFile again() throws IOException {
        return open(path, mine.uid());
    }

    public Path path() {
        return path;
    }

    AFUNIXServerSocketChannel channel() {
        return channel;
    }

    /// Stops listening, and removes the path while it is still ours.
    @Override
    public void close() throws IOException {
        channel.close();
        bound.close();
        if (isThere()) {
            Files.deleteIfExists(path);
        }
    }
}
