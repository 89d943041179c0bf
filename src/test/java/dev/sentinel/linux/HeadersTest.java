package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Numbers and sizes that are written down in Java, against the C headers of this machine.
class HeadersTest {

    private static final Map<String, Long> WRITTEN_DOWN =
            Map.ofEntries(
                    Map.entry("SYS_pidfd_open", Libc.SYS_PIDFD_OPEN),
                    Map.entry("SYS_pidfd_send_signal", Libc.SYS_PIDFD_SEND_SIGNAL),
                    Map.entry("ESRCH", (long) Libc.ESRCH),
                    Map.entry("O_CLOEXEC", (long) Libc.O_CLOEXEC),
                    Map.entry("F_SETPIPE_SZ", (long) Libc.F_SETPIPE_SZ),
                    Map.entry("EINTR", (long) Libc.EINTR),
                    Map.entry("EIO", (long) Libc.EIO),
                    Map.entry("sizeof(ssize_t)", (long) Long.BYTES),
                    Map.entry("O_RDWR", (long) TerminalCalls.O_RDWR),
                    Map.entry("O_NOCTTY", (long) TerminalCalls.O_NOCTTY),
                    Map.entry("TCGETS", TerminalCalls.TCGETS),
                    Map.entry("TCSETS", TerminalCalls.TCSETS),
                    Map.entry("TIOCGWINSZ", TerminalCalls.TIOCGWINSZ),
                    Map.entry("TIOCSWINSZ", TerminalCalls.TIOCSWINSZ),
                    Map.entry("TIOCSPTLCK", TerminalCalls.TIOCSPTLCK),
                    Map.entry("TIOCGPTPEER", TerminalCalls.TIOCGPTPEER),
                    Map.entry("sizeof(struct termios)", (long) TerminalCalls.TERMIOS_BYTES),
                    Map.entry(
                            "offsetof(struct termios, c_oflag)", (long) TerminalCalls.OUTPUT_MODES),
                    Map.entry("OPOST", (long) TerminalCalls.OPOST),
                    Map.entry("sizeof(nfds_t)", (long) Long.BYTES),
                    Map.entry("sizeof(struct pollfd)", 2L * Integer.BYTES),
                    Map.entry("sizeof(struct winsize)", 4L * Short.BYTES),
                    Map.entry("offsetof(struct winsize, ws_col)", (long) Short.BYTES),
                    Map.entry("PR_SET_CHILD_SUBREAPER", (long) Libc.PR_SET_CHILD_SUBREAPER),
                    Map.entry("P_PID", (long) Libc.P_PID),
                    Map.entry("WNOHANG", (long) Libc.WNOHANG),
                    Map.entry("WEXITED", (long) Libc.WEXITED),
                    Map.entry("sizeof(siginfo_t)", (long) Libc.SIGINFO_SIZE),
                    Map.entry("sizeof(pid_t)", (long) Integer.BYTES),
                    Map.entry("sizeof(id_t)", (long) Integer.BYTES),
                    Map.entry("sizeof(unsigned long)", (long) Long.BYTES),
                    Map.entry("JVMTI_VERSION_1_2", (long) QuitSignal.JVMTI_VERSION_1_2),
                    Map.entry("JVMTI_ENABLE", (long) QuitSignal.JVMTI_ENABLE),
                    Map.entry(
                            "JVMTI_EVENT_DATA_DUMP_REQUEST",
                            (long) QuitSignal.JVMTI_EVENT_DATA_DUMP_REQUEST),
                    Map.entry("offsetof(struct JNIInvokeInterface_, GetEnv)", QuitSignal.GET_ENV),
                    Map.entry(
                            "offsetof(struct jvmtiInterface_1_, SetEventNotificationMode)",
                            QuitSignal.SET_EVENT_NOTIFICATION_MODE),
                    Map.entry(
                            "offsetof(struct jvmtiInterface_1_, SetEventCallbacks)",
                            QuitSignal.SET_EVENT_CALLBACKS),
                    Map.entry(
                            "offsetof(jvmtiEventCallbacks, DataDumpRequest)",
                            QuitSignal.DATA_DUMP_REQUEST),
                    Map.entry("AT_PAGESZ", Auxv.PAGE_SIZE),
                    Map.entry("AT_UID", Auxv.UID));

    @TempDir static Path directory;

    @BeforeAll
    static void there_is_a_compiler() {
        try {
            run("cc", "--version");
        } catch (IOException missing) {
            String reason = "this test needs cc, which is not installed";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            abort(reason);
        }
    }

    @Test
    void numbers_and_sizes_are_those_of_the_headers() throws IOException {
        StringBuilder program =
                new StringBuilder(
                        """
                        #define _GNU_SOURCE
                        #include <errno.h>
                        #include <fcntl.h>
                        #include <jvmti.h>
                        #include <poll.h>
                        #include <signal.h>
                        #include <stddef.h>
                        #include <stdio.h>
                        #include <asm/termbits.h>
                        #include <elf.h>
                        #include <sys/ioctl.h>
                        #include <sys/prctl.h>
                        #include <sys/syscall.h>
                        #include <sys/types.h>
                        #include <sys/wait.h>
                        int main(void) {
                        """);
        WRITTEN_DOWN
                .keySet()
                .forEach(name ->
                        program.append(
                                "printf(\"%%s=%%ld\\n\", \"%1$s\", (long)%1$s);\n"
                                        .formatted(name)));
        Path source = Files.writeString(directory.resolve("numbers.c"), program + "return 0;}\n");
        Path binary = directory.resolve("numbers");
        Path jdk = Path.of(System.getProperty("java.home"), "include");
        String java = "-I" + jdk;
        String javaHere = "-I" + jdk.resolve("linux");
        assertEquals("", run("cc", java, javaHere, "-o", binary.toString(), source.toString()));

        Map<String, Long> real = new TreeMap<>();
        run(binary.toString())
                .lines()
                .forEach(line -> {
                    String[] parts = line.split("=", 2);
                    real.put(parts[0], Long.valueOf(parts[1]));
                });
        assertEquals(new TreeMap<>(WRITTEN_DOWN), real);
    }

    /// Everything that it says.
    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            return output.readAllAsString();
        }
    }
}
