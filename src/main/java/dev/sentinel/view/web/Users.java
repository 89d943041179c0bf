package dev.sentinel.view.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Who may look, by name and password (RFC 7617).
///
/// Checking a password is slow on purpose, so it is done one at a time, on one thread, for few who
/// wait; and after a wrong one that thread rests for as long as it has worked. Whoever tries
/// passwords gets at the most half a processor, and never the one the guard needs. Nothing is
/// remembered of a password, right or wrong.
public final class Users implements AutoCloseable {

    /// What came out.
    enum Check {
        RIGHT,
        WRONG,
        /// There are too many waiting already who came from that address.
        TOO_MANY_FROM_THERE,
        TOO_MANY
    }

    private static final int MOST_WAITING = 16;

    /// A browser asks for the parts of a page at the same time, over six connections.
    private static final int MOST_FROM_ONE = 8;

    private static final String SCHEME = "basic ";

    /// Of longer ones bcrypt takes the beginning, as everybody does.
    private static final BCrypt.Verifyer BCRYPT =
            BCrypt.verifyer(
                    BCrypt.Version.VERSION_2Y,
                    LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2Y));

    private final Map<String, String> hashes;
    private final List<String> names;
    private final int salt = new SecureRandom().nextInt();
    private final Supplier<Duration> clock;
    private final Map<InetAddress, Integer> waiting = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("web-passwords").factory());

    /// @param hashes name → bcrypt hash; at least one
    /// @param clock monotonic
    public Users(Map<String, String> hashes, Supplier<Duration> clock) {
        this.hashes = Map.copyOf(hashes);
        this.names = this.hashes.keySet().stream().sorted().toList();
        this.clock = clock;
        worker.allowCoreThreadTimeOut(true);
    }

    /// Waits for its turn and for the answer.
    ///
    /// @param authorization the header field
    Check check(String authorization, InetAddress from) {
        if (!enter(from)) {
            return Check.TOO_MANY_FROM_THERE;
        }
        try {
            CompletableFuture<Boolean> right = new CompletableFuture<>();
            worker.execute(() -> compare(authorization, right));
            return right.join() ? Check.RIGHT : Check.WRONG;
        } catch (RejectedExecutionException full) {
            return Check.TOO_MANY;
        } finally {
            leave(from);
        }
    }

    private synchronized boolean enter(InetAddress from) {
        int others = waiting.getOrDefault(from, 0);
        if (others == MOST_FROM_ONE) {
            return false;
        }
        waiting.put(from, others + 1);
        return true;
    }

    private synchronized void leave(InetAddress from) {
        waiting.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    }

    private void compare(String authorization, CompletableFuture<Boolean> answer) {
        Duration begin = clock.get();
        boolean right = false;
        try {
            right = isRight(authorization);
        } finally {
            answer.complete(right);
        }
        if (!right) {
            rest(clock.get().minus(begin));
        }
    }

    private void rest(Duration time) {
        try {
            var _ = closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// A name that is not known takes as long as one that is: the password is compared with the
    /// hash of another, always the same for that name, since hashes may differ in what they cost.
    private boolean isRight(String authorization) {
        String pair = pair(authorization).orElse("");
        int colon = Math.max(0, pair.indexOf(':'));
        String name = pair.substring(0, colon);
        byte[] password =
                pair.substring(Math.min(colon + 1, pair.length())).getBytes(StandardCharsets.UTF_8);
        boolean known = hashes.containsKey(name);
        String other = names.get(Math.floorMod(name.hashCode() ^ salt, names.size()));
        String hash = known ? hashes.getOrDefault(name, "") : hashes.getOrDefault(other, "");
        boolean equal = BCRYPT.verify(password, hash.getBytes(StandardCharsets.US_ASCII)).verified;
        return known && equal;
    }

    private static Optional<String> pair(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String text = authorization.substring(SCHEME.length()).strip();
            return Optional.of(
                    new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        worker.shutdownNow();
    }
}
