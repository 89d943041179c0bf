package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Who reaches the exporter, from a network of one's own with a cable to another one.
class BindIT {

    /// Prints what curl exits with: from the same network over loopback, and from the other one.
    private static final String ASK =
            """
            ip link set lo up
            ip netns exec "$OTHER" true
            ip link add cable type veth peer name other netns "$OTHER"
            ip address add 10.99.99.1/24 dev cable && ip link set cable up
            ip netns exec "$OTHER" ip address add 10.99.99.2/24 dev other
            ip netns exec "$OTHER" ip link set other up
            "$SENTINEL" -q --no-tui --no-socket $OPTIONS sleep 60 &
            for try in $(seq 100); do
                curl -s -o /dev/null http://127.0.0.1:8000/-/healthy && break
                sleep 0.1
            done
            curl -s -o /dev/null http://127.0.0.1:8000/-/healthy; echo $?
            ip netns exec "$OTHER" curl -s -m 5 -o /dev/null http://10.99.99.1:8000/-/healthy; echo $?
            kill $!
            wait
            """;

    @TempDir Path directory;

    private String reached(String options) throws Exception {
        String other = "sentinel-test-" + ProcessHandle.current().pid();
        Program.output("ip", "netns", "add", other);
        try {
            Map<String, String> environment = new java.util.HashMap<>(Guard.ENVIRONMENT);
            environment.put("OTHER", other);
            environment.put("OPTIONS", options);
            environment.put("SENTINEL", Guard.BINARY.toString());
            Program.Result result =
                    Program.shell(
                            Duration.ofSeconds(30),
                            environment,
                            "unshare -n sh -c '%s'".formatted(ASK));
            return result.out();
        } finally {
            Program.output("ip", "netns", "delete", other);
        }
    }

    @Test
    void by_default_only_this_machine_reaches_the_exporter() throws Exception {
        Needs.networkNamespace();
        int refused = 7;
        assertEquals("0\n" + refused + "\n", reached(""));
        assertEquals("0\n0\n", reached("--metrics 0.0.0.0:8000"));
    }
}
