package dev.sentinel.cli;

import dev.sentinel.model.Build;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;
import dev.sentinel.view.HistoryJson;
import dev.sentinel.view.Page;
import dev.sentinel.view.Readiness;
import dev.sentinel.view.SharedPage;
import dev.sentinel.view.SnapshotJson;
import dev.sentinel.view.metrics.Exposition;
import dev.sentinel.view.web.Answer;
import dev.sentinel.view.web.Asked;
import dev.sentinel.view.web.Route;
import dev.sentinel.view.web.WebPage;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;

/// What is found where over HTTP.
final class Routes {

    /// History tells of seconds, and there is much of it.
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Routes() {}

    /// @param clock monotonic
    static Map<String, Route> of(
            Supplier<Snapshot> latest,
            Supplier<Outlets> outlets,
            Exposition metrics,
            Build build,
            Supplier<Duration> clock) {
        var status =
                new SharedPage(
                        latest,
                        now -> Page.json(SnapshotJson.status(now, outlets.get(), build)),
                        Duration.ZERO);
        var history = new SharedPage(latest, now -> Page.json(HistoryJson.of(now)), SECOND);
        Page healthy = Page.plain("ok\n");
        Map<String, Route> routes = new HashMap<>();
        routes.put("/metrics", new Route.Whole(asked -> scrape(metrics, asked)));
        routes.put("/-/healthy", Route.page(() -> healthy));
        routes.put("/-/ready", new Route.Whole(_ -> readiness(latest.get(), clock.get())));
        routes.put("/api/status", Route.page(status));
        routes.put("/api/history", Route.page(history));
        routes.put("/api/events", new Route.Stream(new EventFeed(latest)));
        WebPage.files().forEach((path, file) -> routes.put(path, Route.page(file)));
        return routes;
    }

    private static Answer scrape(Exposition metrics, Asked asked) {
        return Answer.ok(
                metrics.render(
                        asked.field("accept").orElse(null),
                        new HashSet<>(asked.parameter("name[]"))));
    }

    private static Answer readiness(Snapshot latest, Duration now) {
        return Readiness.missing(latest, now)
                .map(sentence -> Answer.sorry(503, sentence))
                .orElseGet(() -> Answer.ok(Page.plain("ready\n")));
    }
}
