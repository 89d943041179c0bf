package dev.sentinel.view.web;

import java.net.Socket;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Who is here, and who of them has yet to say what it wants. When there is no room for another,
/// the one that has been silent for the longest time gives way, so that a crowd of silent clients
/// keeps nobody out.
final class Room {

    private final int size;
    private final Set<Socket> everybody = new HashSet<>();
    private final Set<Socket> silent = new LinkedHashSet<>();

    Room(int size) {
        this.size = size;
    }

    /// Lets it in, and somebody else out if need be.
    ///
    /// @return false when all who are here are being answered
    synchronized boolean enter(Socket client) {
        if (everybody.size() >= size && !dropLongestSilent()) {
            return false;
        }
        silent.add(client);
        return everybody.add(client);
    }

    /// Lets out the one that gives way.
    ///
    /// @return false when there is none
    synchronized boolean dropLongestSilent() {
        Optional<Socket> longest = silent.stream().findFirst();
        longest.ifPresent(client -> {
            leave(client);
            Deadlines.shut(client);
        });
        return longest.isPresent();
    }

    /// It has said what it wants.
    synchronized void spoke(Socket client) {
        silent.remove(client);
    }

    /// It has got it, and may want something else.
    synchronized void fellSilent(Socket client) {
        if (everybody.contains(client)) {
            silent.add(client);
        }
    }

    synchronized void leave(Socket client) {
        everybody.remove(client);
        silent.remove(client);
    }

    /// Shows everybody out.
    synchronized void empty() {
        everybody.forEach(Deadlines::shut);
    }
}
