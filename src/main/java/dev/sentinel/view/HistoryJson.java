package dev.sentinel.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

import dev.sentinel.model.History;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

import java.math.BigDecimal;
import java.util.List;

/// The memory of every target over the last ten minutes, for programs that draw it. A staircase:
/// each point is `[second, bytes]`, and its value holds until the next one; the last holds until
/// now. Seconds are those of the calendar, since 1970.
public final class HistoryJson {

    /// A double would be written with an exponent.
    private static final int MILLIS = 3;

    private HistoryJson() {}

    /// What `/api/history` answers.
    public static String of(Snapshot snapshot) {
        JsonStringWriter json = JsonWriter.string().object();
        json.value("at", seconds(snapshot.at().wall().toEpochMilli())).array("targets");
        for (TargetStatus target : snapshot.targets()) {
            json.object().value("name", target.name()).array("points");
            points(json, target.memory().history().points(), snapshot.at());
            json.end().end();
        }
        return json.end().end().done();
    }

    private static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, MILLIS);
    }

    /// The first point may be as old as the target, for nothing has changed since; it is told as if
    /// it had come when the time that is shown begins.
    private static void points(JsonStringWriter json, List<History.Point> points, Moment now) {
        long start = now.wall().minus(now.sinceStart()).toEpochMilli();
        long first = now.sinceStart().toSeconds() - History.SECONDS + 1;
        for (int place = 0; place < points.size(); place++) {
            History.Point point = points.get(place);
            boolean over = place + 1 < points.size() && points.get(place + 1).second() <= first;
            if (!over) {
                json.array()
                        .value(seconds(start + Math.max(point.second(), first) * 1000))
                        .value(point.peak().bytes())
                        .end();
            }
        }
    }
}
