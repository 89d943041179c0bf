package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Guards, scraped by a real Prometheus, whose alerts go through real Alertmanagers to somebody who
/// is told. All read the files that are shipped; addresses and secrets are the test's, and
/// everything is as soon as it can be.
final class Stack implements AutoCloseable {

    private static final Path ROUTES = Path.of("deploy/alertmanager");

    private final Path directory;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Stack(Path directory) {
        this.directory = directory;
    }

    static Stack in(Path directory) {
        return new Stack(directory);
    }

    Guard guard(List<String> options, String... command) throws Exception {
        return opened(Guard.start(Guard.words(options, command)));
    }

    Receiver receiver() throws Exception {
        return opened(Receiver.open());
    }

    /// With Slack at that address.
    Alertmanager slack(String url) throws Exception {
        Path secret = Files.writeString(directory.resolve("slack"), url + "\n");
        String routes = Files.readString(ROUTES.resolve("alertmanager-slack.yml"));
        routes = replace(routes, "/run/secrets/slack_webhook_url", secret.toString());
        return opened(Alertmanager.start(atOnce(routes)));
    }

    /// With a program of the user's at that address, which wants to see a pass.
    Alertmanager webhook(String url, String pass) throws Exception {
        Path secret = Files.writeString(directory.resolve("pass"), pass + "\n");
        String routes = Files.readString(ROUTES.resolve("alertmanager-webhook.yml"));
        routes = replace(routes, "/run/secrets/webhook_token", secret.toString());
        routes = replace(routes, "https://alerts.example.com/sentinel", url);
        return opened(Alertmanager.start(atOnce(routes)));
    }

    private static String atOnce(String routes) {
        String waiting = replace(routes, "group_wait: 10s", "group_wait: 0s");
        return replace(waiting, "group_interval: 1m", "group_interval: 1s");
    }

    /// One guard as the demo of the stack, the other one as the example of a guard on the host.
    Prometheus prometheus(Guard demo, Guard host, Alertmanager... alertmanagers) throws Exception {
        String configuration = Files.readString(Path.of("prometheus.yml"));
        configuration = replace(configuration, "scrape_interval: 5s", "scrape_interval: 1s");
        configuration =
                replace(configuration, "evaluation_interval: 5s", "evaluation_interval: 1s");
        configuration = replace(configuration, "\"127.0.0.1:8000\"", address(demo));
        configuration = replace(configuration, "/etc/prometheus/targets", targets(host));
        configuration = replace(configuration, "/etc/prometheus/rules", rules());
        List<String> addresses = new ArrayList<>();
        for (Alertmanager alertmanager : alertmanagers) {
            addresses.add(alertmanager.address());
        }
        String all = String.join(", ", addresses);
        return opened(Prometheus.start(replace(configuration, "\"127.0.0.1:9093\"", all)));
    }

    /// The example of a target that is shipped as a comment.
    private String targets(Guard host) throws Exception {
        Path targets = Files.createDirectory(directory.resolve("targets"));
        String example = Files.readString(Path.of("deploy/prometheus/targets/host.yml"));
        example = replace(example, "# - targets", "- targets");
        example = example.replaceFirst("\\[.*:8001\"?]", "[" + address(host) + "]");
        Files.writeString(targets.resolve("host.yml"), example);
        return targets.toString();
    }

    private String rules() throws Exception {
        Path rules = Files.createDirectory(directory.resolve("rules"));
        String hasty = Files.readString(RulesFile.PATH).replaceAll("\\bfor: \\d+[ms]", "for: 0s");
        Files.writeString(rules.resolve("sentinel.rules.yml"), hasty);
        return rules.toString();
    }

    private static String address(Guard guard) throws Exception {
        return guard.url().replace("http://", "");
    }

    private static String replace(String text, String what, String by) {
        assertTrue(text.contains(what), what);
        return text.replace(what, by);
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
