package dev.sentinel.linux;

import sun.misc.Signal;
import sun.misc.SignalHandler;

import java.util.List;
import java.util.function.IntConsumer;

/// Signals sent to this process itself.
///
/// The JDK has no supported way to outlive a SIGTERM; `sun.misc.Signal`, exported by
/// jdk.unsupported, is the customary one.
public final class OsSignals {

    private OsSignals() {}

    /// Calls the listener with the number of each signal that comes, on a thread of the JVM's.
    ///
    /// A signal that was ignored when this process started stays ignored: that is how nohup(1)
    /// works. The JVM sees to that itself for those that would end it, and for no others.
    ///
    /// @param names without SIG: `TERM`; not `QUIT`, which the JVM keeps for itself (see
    ///   [QuitSignal])
    public static void listen(List<String> names, IntConsumer listener) {
        for (String name : names) {
            Signal signal = new Signal(name);
            SignalHandler before =
                    Signal.handle(signal, received -> listener.accept(received.getNumber()));
            if (before.equals(SignalHandler.SIG_IGN)) {
                var _ = Signal.handle(signal, SignalHandler.SIG_IGN);
            }
        }
    }
}
