package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.linux.Descriptors;
import dev.sentinel.model.Moment;
import dev.sentinel.view.web.Access;
import dev.sentinel.view.web.Route;
import dev.sentinel.view.web.WebServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// The HTTP server as a door. Next to nothing of what it takes is loaded before it is opened.
final class WebDoor implements Doors.Exporter {

    private static final int MOST_CLIENTS = 256;

    private final Supplier<Map<String, Route>> routes;
    private final Supplier<Moment> clock;
    private @Nullable Access access;

    WebDoor(Supplier<Map<String, Route>> routes, Supplier<Moment> clock) {
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public void guard(Path file) {
        access = WebAccess.read(file, () -> clock.get().sinceStart());
    }

    @Override
    public Doors.Opened listen(Settings.HostPort wanted) throws IOException {
        Access guarded = access == null ? Access.OPEN : access;
        var site =
                new WebServer.Site(
                        routes.get(),
                        guarded,
                        Descriptors.own().share(MOST_CLIENTS),
                        () -> clock.get().wall());
        var server = new WebServer(new InetSocketAddress(wanted.host(), wanted.port()), site);
        String scheme = guarded.tls().isPresent() ? "https://" : "http://";
        return new Doors.Opened(scheme + shown(server.address()) + "/metrics", server::close);
    }

    private static String shown(InetSocketAddress address) {
        return new Settings.HostPort(address.getHostString(), address.getPort()).toString();
    }
}
