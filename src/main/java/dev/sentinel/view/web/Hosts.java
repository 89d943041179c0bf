package dev.sentinel.view.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// By which names Sentinel may be called.
///
/// A page in somebody's browser may have its own name point to 127.0.0.1 and so read, as its own,
/// what only this machine is meant to see (DNS rebinding). The browser tells the name in the Host
/// field, so on a loopback address without TLS only those names are answered that no stranger can
/// give out: addresses, localhost, and the one Sentinel was told to listen at. On other addresses
/// the names are not known here (services, proxies, containers) and whoever gets at the browser may
/// as well ask Sentinel directly; with TLS the certificate proves the name.
final class Hosts {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");

    private final boolean checked;
    private final String own;

    Hosts(InetSocketAddress asked, boolean secure) {
        InetAddress address = asked.getAddress();
        this.checked = !secure && address != null && address.isLoopbackAddress();
        this.own = asked.getHostString().toLowerCase(Locale.ROOT);
    }

    Optional<Answer> refusal(Asked asked) {
        return asked.field("host").filter(host -> checked && !isOurs(host)).map(_ -> foreign());
    }

    private boolean isOurs(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return name.equals(own)
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches();
    }

    private static Answer foreign() {
        return Answer.sorry(
                421, "Sentinel listens to this machine alone; call it 127.0.0.1 or localhost");
    }
}
