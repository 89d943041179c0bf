package dev.sentinel.linux;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.IntConsumer;

/// Signals sent to this process itself.
///
/// The JDK has no supported way to outlive a SIGTERM. `sun.misc.Signal`, exported by
/// jdk.unsupported, is the customary one; it is called by name, because javac warns of it and
/// cannot be told not to.
public final class OsSignals {

    private OsSignals() {}

    /// Calls the listener with the number of each signal that comes, on a thread of the JVM's.
    ///
    /// A signal that was ignored when this process started stays ignored: that is how nohup(1)
    /// works.
    ///
    /// @param names without SIG: `TERM`
    public static void listen(List<String> names, IntConsumer listener) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle create =
                    lookup.findConstructor(signal, methodType(void.class, String.class));
            MethodHandle handle =
                    lookup.findStatic(signal, "handle", methodType(handler, signal, handler));
            MethodHandle number = lookup.findVirtual(signal, "getNumber", methodType(int.class));
            MethodHandle accept =
                    lookup.findVirtual(
                                    IntConsumer.class, "accept", methodType(void.class, int.class))
                            .bindTo(listener);
            Object onSignal =
                    MethodHandleProxies.asInterfaceInstance(
                            handler, MethodHandles.filterArguments(accept, 0, number));
            for (String name : names) {
                handle.invoke(create.invoke(name), onSignal);
            }
        } catch (Throwable impossible) {
            throw new AssertionError("this Java has no jdk.unsupported", impossible);
        }
    }
}
