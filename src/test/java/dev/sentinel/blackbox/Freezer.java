package dev.sentinel.blackbox;

import java.io.IOException;
import java.time.Duration;

/// A process in uninterruptible sleep. Whatever happens, it is woken at the end of the block, or it
/// would stay for ever.
final class Freezer implements AutoCloseable {

    static final String CONTROLLER = "freezer";

    private static final Duration SOON = Duration.ofSeconds(10);

    private final FirstCgroup group;

    private Freezer(FirstCgroup group) {
        this.group = group;
    }

    static Freezer freeze(long pid) throws Exception {
        Freezer freezer = new Freezer(FirstCgroup.create(CONTROLLER));
        try {
            freezer.group.write("cgroup.procs", Long.toString(pid));
            freezer.set("FROZEN");
            return freezer;
        } catch (Exception | AssertionError failed) {
            freezer.close();
            throw failed;
        }
    }

    void thaw() throws Exception {
        set("THAWED");
    }

    private void set(String state) throws Exception {
        group.write("freezer.state", state);
        Eventually.isTrue(
                SOON,
                "the freezer to be " + state,
                () -> group.read("freezer.state").equals(state));
    }

    @Override
    public void close() throws IOException {
        try (group) {
            thaw();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException("cannot be thawed", failed);
        }
    }
}
