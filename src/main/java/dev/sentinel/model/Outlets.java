package dev.sentinel.model;

import java.util.List;
import java.util.Optional;

/// Where the doors of this Sentinel are, as they were really opened.
///
/// @param socket path of the control socket
/// @param metrics address of the exporter, for instance `http://127.0.0.1:8000/metrics`
public record Outlets(Optional<String> socket, Optional<String> metrics) {

    /// No door is open.
    public static final Outlets NONE = new Outlets(Optional.empty(), Optional.empty());

    /// A sentence for each.
    public List<String> describe() {
        return List.of(
                socket.map(path -> "control socket " + path).orElse("no control socket"),
                metrics.map(address -> "metrics at " + address).orElse("no metrics"));
    }
}
