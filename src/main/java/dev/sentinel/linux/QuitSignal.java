package dev.sentinel.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/// SIGQUIT sent to this process. The JVM keeps it for its thread dump and lets nobody else handle
/// it, but it tells agents that a dump was asked for: the event DataDumpRequest of the JVM Tool
/// Interface, which this process listens to as an agent of its own.
///
/// Costs some MiB, so it is for those who need it.
@SuppressWarnings("restricted")
public final class QuitSignal {

    /// From jvmti.h and jni.h; offsets are in bytes, of a member in its table.
    static final int JVMTI_VERSION_1_2 = 0x30010200;

    static final int JVMTI_ENABLE = 1;
    static final int JVMTI_EVENT_DATA_DUMP_REQUEST = 71;
    static final long GET_ENV = 6L * Long.BYTES;
    static final long SET_EVENT_NOTIFICATION_MODE = Long.BYTES;
    static final long SET_EVENT_CALLBACKS = 121L * Long.BYTES;
    static final long DATA_DUMP_REQUEST = 21L * Long.BYTES;

    private static final Linker LINKER = Linker.nativeLinker();

    /// The JVM calls what is in here for as long as it runs.
    private static final Arena FOR_EVER = Arena.global();

    private QuitSignal() {}

    /// Calls the listener each time it comes, on a thread of the JVM's. To be called once.
    ///
    /// @throws IOException when this JVM does not tell
    public static void listen(Runnable listener) throws IOException {
        try {
            MemorySegment agent = agent(virtualMachine());
            MemorySegment callbacks = FOR_EVER.allocate(DATA_DUMP_REQUEST + Long.BYTES, Long.BYTES);
            callbacks.set(ADDRESS, DATA_DUMP_REQUEST, called(listener));
            MethodHandle setCallbacks =
                    function(agent, SET_EVENT_CALLBACKS, ADDRESS, ADDRESS, JAVA_INT);
            int size = (int) callbacks.byteSize();
            check((int) setCallbacks.invokeExact(agent, callbacks, size));
            MethodHandle setMode =
                    function(
                            agent,
                            SET_EVENT_NOTIFICATION_MODE,
                            ADDRESS,
                            JAVA_INT,
                            JAVA_INT,
                            ADDRESS);
            MemorySegment allThreads = MemorySegment.NULL;
            int event = JVMTI_EVENT_DATA_DUMP_REQUEST;
            check((int) setMode.invokeExact(agent, JVMTI_ENABLE, event, allThreads));
        } catch (IOException refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MemorySegment virtualMachine() throws Throwable {
        Path library = Path.of(System.getProperty("java.home"), "lib/server/libjvm.so");
        MemorySegment symbol =
                SymbolLookup.libraryLookup(library, FOR_EVER)
                        .find("JNI_GetCreatedJavaVMs")
                        .orElseThrow(() -> new IOException("the JVM cannot be asked for itself"));
        MethodHandle created =
                LINKER.downcallHandle(
                        symbol, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment machines = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            check((int) created.invokeExact(machines, 1, count));
            return machines.get(ADDRESS, 0);
        }
    }

    private static MemorySegment agent(MemorySegment machine) throws Throwable {
        MethodHandle getEnvironment = function(machine, GET_ENV, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment agent = arena.allocate(ADDRESS);
            check((int) getEnvironment.invokeExact(machine, agent, JVMTI_VERSION_1_2));
            return agent.get(ADDRESS, 0);
        }
    }

    /// A function that answers zero when all went well. What C knows an object of the JVM by is a
    /// pointer to a pointer to the table of its functions.
    private static MethodHandle function(
            MemorySegment object, long offset, MemoryLayout... parameters) {
        MemorySegment table = object.reinterpret(Long.BYTES).get(ADDRESS, 0);
        MemorySegment function = table.reinterpret(offset + Long.BYTES).get(ADDRESS, offset);
        return LINKER.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    /// What the JVM calls with its agent for an argument.
    private static MemorySegment called(Runnable listener) throws ReflectiveOperationException {
        MethodType type = MethodType.methodType(void.class, Runnable.class, MemorySegment.class);
        MethodHandle call =
                MethodHandles.lookup().findStatic(QuitSignal.class, "call", type).bindTo(listener);
        return LINKER.upcallStub(call, FunctionDescriptor.ofVoid(ADDRESS), FOR_EVER);
    }

    /// Whatever left this method would end the JVM (Linker.upcallStub).
    @SuppressWarnings("unused")
    private static void call(Runnable listener, MemorySegment agent) {
        try {
            listener.run();
        } catch (RuntimeException | Error fault) {
            System.err.println("sentinel: internal fault at SIGQUIT: " + fault);
        }
    }

    private static void check(int result) throws IOException {
        if (result != 0) {
            throw new IOException(
                    "the JVM does not tell about SIGQUIT (error %d)".formatted(result));
        }
    }
}
