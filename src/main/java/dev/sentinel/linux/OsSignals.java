package dev.sentinel.linux;

import java.util.List;
import java.util.function.IntConsumer;
import sun.misc.Signal;

/// Signals sent to this process itself.
public final class OsSignals {

    private OsSignals() {}

    /// Calls the listener with the number of each signal that comes, on a thread of the JVM's.
    ///
    /// A signal that was ignored when this process started stays ignored: that is how nohup(1) works.
    ///
    /// @param names without SIG: `TERM`
    // The JDK has no supported way to outlive a SIGTERM; this one is exported by jdk.unsupported.
    @SuppressWarnings("sunapi")
    public static void listen(List<String> names, IntConsumer listener) {
        for (String name : names) {
            Signal.handle(new Signal(name), signal -> listener.accept(signal.getNumber()));
        }
    }
}
