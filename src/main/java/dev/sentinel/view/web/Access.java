package dev.sentinel.view.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/// Who gets in, and how.
///
/// @param tls empty for HTTP as it is
/// @param users empty when everybody may look
/// @param fields that every answer has
public record Access(Optional<Tls> tls, Optional<Users> users, Map<String, String> fields)
        implements AutoCloseable {

    /// Everybody may look.
    public static final Access OPEN = new Access(Optional.empty(), Optional.empty(), Map.of());

    boolean isSecure() {
        return tls.isPresent();
    }

    /// The channel to talk through. What TLS takes to agree is done by the first read.
    Socket secured(Socket client) throws IOException {
        return tls.isPresent() ? tls.get().over(client) : client;
    }

    Visitor visitor(InetAddress address) {
        return new Visitor(users, address);
    }

    @Override
    public void close() {
        users.ifPresent(Users::close);
    }
}
