package dev.sentinel.view.web;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/// Who is at the other end of one connection, as far as it has proven it.
///
/// What was right stays right for the connection, so that those who keep theirs are not checked
/// again and again; nothing of it is known to other connections.
final class Visitor {

    private static final Map<String, String> HOW =
            Map.of("WWW-Authenticate", "Basic realm=\"sentinel\", charset=\"UTF-8\"");
    private static final Map<String, String> LATER = Map.of("Retry-After", "1");

    private final Optional<Users> users;
    private final InetAddress address;
    private byte @Nullable [] proven;

    /// @param users empty when everybody may look
    Visitor(Optional<Users> users, InetAddress address) {
        this.users = users;
        this.address = address;
    }

    /// Why it may not look; empty when it may. Takes as long as checking a password does.
    Optional<Answer> refusal(Asked asked) {
        return users.flatMap(known -> refusal(asked, known));
    }

    private Optional<Answer> refusal(Asked asked, Users known) {
        Optional<String> given = asked.field("authorization");
        if (given.isEmpty()) {
            return Optional.of(Answer.sorry(401, "tell who you are", HOW));
        }
        byte[] bytes = given.get().getBytes(StandardCharsets.ISO_8859_1);
        if (proven != null && MessageDigest.isEqual(bytes, proven)) {
            return Optional.empty();
        }
        return switch (known.check(given.get(), address)) {
            case RIGHT -> {
                proven = bytes;
                yield Optional.empty();
            }
            case WRONG -> Optional.of(Answer.sorry(401, "that is not right", HOW));
            case TOO_MANY_FROM_THERE -> Optional.of(Answer.sorry(429, "one by one, please", LATER));
            case TOO_MANY -> Optional.of(Answer.sorry(503, "too many passwords to check", LATER));
        };
    }
}
