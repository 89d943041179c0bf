package dev.sentinel.model;

import java.util.Optional;

/// Who asks for a change.
///
/// @param where the outlet it came through: `socket`, `dashboard`
/// @param peer the process at the other end, where the kernel tells
public record Requester(String where, Optional<Peer> peer) {

    /// A process as it was when it connected (SO_PEERCRED, unix(7)); never signalled.
    public record Peer(long uid, long pid) {}

    /// Somebody at that outlet, who needs no name.
    public static Requester at(String where) {
        return new Requester(where, Optional.empty());
    }

    /// `socket by uid 1000, pid 4711`.
    public String describe() {
        return peer.map(who -> "%s by uid %d, pid %d".formatted(where, who.uid(), who.pid()))
                .orElse(where);
    }
}
