package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

class HostsTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8000,     false, true",
        "127.0.0.1, LOCALHOST,          false, true",
        "127.0.0.1, a.localhost,        false, true",
        "127.0.0.1, 127.0.0.1:8000,     false, true",
        "127.0.0.1, 10.1.2.3,           false, true",
        "::1,       [::1]:8000,         false, true",
        "localhost, localhost,          false, true",
        "127.0.0.1, evil.example:8000,  false, false",
        "127.0.0.1, 127.0.0.1.evil.example, false, false",
        "127.0.0.1, localhost.evil.example, false, false",
        "127.0.0.1, '',                 false, false",
        "::1,       evil.example,       false, false",
        "127.0.0.1, evil.example,       true,  true",
        "0.0.0.0,   service.example,    false, true",
    })
    void on_loopback_only_names_count_that_no_stranger_gives_out(
            String address, String host, boolean secure, boolean answered) {
        var hosts = new Hosts(new InetSocketAddress(address, 8000), secure);
        var asked = new Asked("GET", "/", "", true, Map.of("host", List.of(host)));
        assertEquals(answered, hosts.refusal(asked).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "0.0.0.0"})
    void old_clients_name_nobody(String address) {
        var hosts = new Hosts(new InetSocketAddress(address, 8000), false);
        assertEquals(true, hosts.refusal(new Asked("GET", "/", "", false, Map.of())).isEmpty());
    }
}
