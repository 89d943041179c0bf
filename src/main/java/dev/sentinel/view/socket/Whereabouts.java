package dev.sentinel.view.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is at a path at which no Sentinel could be asked, and where else one can.
///
/// @param path where somebody looked for a Sentinel
record Whereabouts(Path path) {

    private static final int FILE_TYPE = 0170000;
    private static final int SOCKET = 0140000;

    /// What a Sentinel takes that finds the usual path taken, beside that.
    private static final Pattern ANOTHER = Pattern.compile("sentinel-\\d{1,10}\\.socket");

    private static final String USUAL = "sentinel.socket";

    /// Anybody can make files in /tmp, and more than these nobody reads of.
    private static final int MOST_TRIED = 100;

    private static final int MOST_TOLD = 3;

    /// What happened and what to do.
    ///
    /// @param failed why there was no connection
    String sentence(Throwable failed) {
        String advice = advice();
        try {
            int mode = (Integer) Files.getAttribute(path, "unix:mode");
            if ((mode & FILE_TYPE) != SOCKET) {
                return "%s is not a socket; %s".formatted(path, advice);
            }
            return atSocket(String.valueOf(failed.getMessage()), advice);
        } catch (NoSuchFileException absent) {
            return "there is no socket at %s; %s".formatted(path, advice);
        } catch (AccessDeniedException denied) {
            return "permission denied on the way to %s; %s".formatted(path, advice);
        } catch (IOException unknown) {
            return "%s cannot be reached: %s; %s".formatted(path, unknown.getMessage(), advice);
        }
    }

    private String atSocket(String reason, String advice) throws IOException {
        if (reason.contains("refused")) {
            return "nobody listens at %s any more; %s".formatted(path, advice);
        }
        if (reason.contains("denied")) {
            return "%s belongs to the user %s (%s), whom you would have to be, or root; %s"
                    .formatted(
                            path,
                            Files.getOwner(path).getName(),
                            Files.getAttribute(path, "unix:uid"),
                            advice);
        }
        return "%s cannot be reached: %s; %s".formatted(path, reason, advice);
    }

    private String advice() {
        List<Path> others = others();
        if (others.isEmpty()) {
            return "start a Sentinel, or tell where one listens with --socket PATH";
        }
        StringBuilder advice = new StringBuilder("a Sentinel listens at another path: --socket ");
        advice.append(others.getFirst());
        others.stream()
                .skip(1)
                .limit(MOST_TOLD - 1)
                .forEach(other -> advice.append(", --socket ").append(other));
        return advice.append(others.size() > MOST_TOLD ? ", and more" : "").toString();
    }

    /// Sockets beside the usual one, at which somebody listens.
    private List<Path> others() {
        List<Path> others = new ArrayList<>();
        Optional<Path> directory = Optional.ofNullable(path.toAbsolutePath().getParent());
        if (directory.isEmpty() || !path.endsWith(USUAL)) {
            return others;
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        directory.get(),
                        file -> ANOTHER.matcher(String.valueOf(file.getFileName())).matches())) {
            int tried = 0;
            for (Path file : files) {
                if (tried++ < MOST_TRIED && listens(file)) {
                    others.add(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Then nobody is known of.
        }
        Collections.sort(others);
        return others;
    }

    private static boolean listens(Path socket) {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Nobody waits here for a Sentinel that is stopped.
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
