package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.model.Outlets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The socket and the exporter: what is asked for explicitly is opened or refused before anything
/// starts; what is there by default gives way, with a warning.
final class Doors implements AutoCloseable {

    /// Something open; closing it cannot fail in a way that anybody could mend.
    interface Door {
        void close();
    }

    /// Listens at a path. Told in types of no library: the types of what is handed over here are
    /// loaded on the way to the child.
    interface SocketServer {
        Door listen(Path path) throws IOException;
    }

    /// Serves what is to be seen over HTTP; told in types of no library as well.
    interface Exporter {

        /// Lets in whom a file says.
        ///
        /// @throws UsageError when the file will not do
        void guard(Path file);

        Opened listen(Settings.HostPort address) throws IOException;
    }

    /// @param url where metrics are found
    record Opened(String url, Door door) {}

    private final Settings settings;
    private final SocketServer socketServer;
    private final Exporter exporter;
    private final Consumer<String> warnings;
    private final AtomicReference<Outlets> outlets = new AtomicReference<>(Outlets.NONE);
    private final Deque<Door> open = new ArrayDeque<>();

    Doors(
            Settings settings,
            SocketServer socketServer,
            Exporter exporter,
            Consumer<String> warnings) {
        this.settings = settings;
        this.socketServer = socketServer;
        this.exporter = exporter;
        this.warnings = warnings;
    }

    /// Where the doors are; changes while they are opened.
    Supplier<Outlets> outlets() {
        return outlets::get;
    }

    /// Opens what the user insists on.
    ///
    /// @throws UsageError when it cannot be had
    void openDemanded() {
        if (settings.socket() instanceof Settings.Socket.Explicit(var path)) {
            try {
                openSocket(path);
            } catch (IOException refused) {
                throw new UsageError(
                        "%s; choose another path for the socket".formatted(because(refused)),
                        refused);
            }
        }
        if (settings.metrics() instanceof Settings.Metrics.At(var address, var required, var web)) {
            web.ifPresent(exporter::guard);
            if (required) {
                demandMetrics(address);
            }
        }
    }

    private void demandMetrics(Settings.HostPort address) {
        try {
            openMetrics(address);
        } catch (IOException taken) {
            throw new UsageError(
                    "--metrics %s: %s; choose another port".formatted(address, because(taken)),
                    taken);
        }
    }

    /// Opens the rest. What cannot be had costs a warning.
    void openOffered() {
        if (settings.socket() instanceof Settings.Socket.Default(var path)) {
            openSocketSomewhere(path);
        }
        if (settings.metrics() instanceof Settings.Metrics.At(var address, var required, _)
                && !required) {
            try {
                openMetrics(address);
            } catch (IOException taken) {
                warnings.accept(
                        "no metrics at %s: %s; --metrics PORT takes another"
                                .formatted(address, because(taken)));
            }
        }
    }

    private void openSocketSomewhere(Path wanted) {
        try {
            openSocket(wanted);
        } catch (IOException refused) {
            String name = "sentinel-" + ProcessHandle.current().pid() + ".socket";
            Path other = wanted.resolveSibling(name);
            try {
                openSocket(other);
                warnings.accept("%s; the socket is %s".formatted(because(refused), other));
            } catch (IOException refusedToo) {
                warnings.accept("no control socket: " + because(refusedToo));
            }
        }
    }

    private void openSocket(Path path) throws IOException {
        open.push(socketServer.listen(path));
        outlets.updateAndGet(now -> new Outlets(Optional.of(path.toString()), now.metrics()));
    }

    private void openMetrics(Settings.HostPort wanted) throws IOException {
        Opened opened = exporter.listen(wanted);
        open.push(opened.door());
        outlets.updateAndGet(now -> new Outlets(now.socket(), Optional.of(opened.url())));
    }

    private static String because(IOException failed) {
        return String.valueOf(failed.getMessage());
    }

    /// Closes in the opposite order.
    @Override
    public void close() {
        open.forEach(Door::close);
    }
}
