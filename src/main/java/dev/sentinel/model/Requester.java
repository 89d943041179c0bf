package dev.sentinel.model;

import java.util.Optional;

/// Who asks for a change.
///
/// @param where the outlet it came through: `socket`, `dashboard`
/// @param peer the process at the other end, where the kernel tells
public record Requester(String where, Optional<Peer> peer) {

    /// A process as it was when it connected (SO_PEERCRED, unix(7)); never signalled.
    ///
    /// @param pid 0 where it has no number here: it is outside of the container that Sentinel is in
    public record Peer(long uid, long pid) {

        public boolean hasPid() {
            return pid > 0;
        }

        String describe() {
            return hasPid() ? "uid %d, pid %d".formatted(uid, pid) : "uid " + uid;
        }
    }

    /// Somebody at that outlet, who needs no name.
    public static Requester at(String where) {
        return new Requester(where, Optional.empty());
    }

    /// `socket by uid 1000, pid 4711`.
    public String describe() {
        return peer.map(who -> where + " by " + who.describe()).orElse(where);
    }
}
