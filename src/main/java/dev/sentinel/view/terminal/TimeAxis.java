package dev.sentinel.view.terminal;

import dev.sentinel.model.TimeText;
import dev.sentinel.scene.Told;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The time below a graph, which ends now. Pure.
///
/// @param each seconds of a column
record TimeAxis(Duration now, int each, int columns) {

    /// Room that a label needs.
    private static final int LABELLED = 20;

    /// What leaves a mark; the last one wins a column that two want.
    private enum Mark {
        TERM('T', "asked to end", Tone.WARNING),
        RESTARTED('R', "started again", Tone.KEY),
        KILL('K', "killed", Tone.DANGER);

        private final char letter;
        private final String meaning;
        private final Tone tone;

        Mark(char letter, String meaning, Tone tone) {
            this.letter = letter;
            this.meaning = meaning;
            this.tone = tone;
        }

        boolean isLeftBy(Told event) {
            return name().equalsIgnoreCase(event.word());
        }
    }

    /// The second that the first column begins with.
    long first() {
        return now.toSeconds() + 1 - (long) each * columns;
    }

    Duration covers() {
        return Duration.ofSeconds((long) each * columns);
    }

    /// A line with ticks, and a letter wherever something was done to the target.
    Line marks(List<Told> events, Glyphs glyphs) {
        Line line = Line.of(ticks(glyphs), Tone.DIM);
        for (Mark mark : Mark.values()) {
            for (Told event : events) {
                int column = column(event);
                if (mark.isLeftBy(event) && column >= 0) {
                    line = line.under(Line.of(String.valueOf(mark.letter), mark.tone), column);
                }
            }
        }
        return line;
    }

    /// What the letters mean that are there.
    String legend(List<Told> events) {
        return Arrays.stream(Mark.values())
                .filter(mark ->
                        events.stream().anyMatch(one -> mark.isLeftBy(one) && column(one) >= 0))
                .map(mark -> mark.letter + " " + mark.meaning)
                .collect(Collectors.joining(", "));
    }

    /// Below zero when it was before.
    private int column(Told event) {
        long second = event.up().toSeconds() - first();
        return second < 0 ? -1 : (int) Math.min(second / each, columns - 1L);
    }

    private String ticks(Glyphs glyphs) {
        StringBuilder line = new StringBuilder(glyphs.rule(columns));
        // The first one is where the axes meet.
        places().stream().skip(1).forEach(place -> line.setCharAt(place, glyphs.tick()));
        return line.toString();
    }

    /// How long ago the time of each tick is.
    Line labels() {
        Line line = Line.EMPTY;
        for (int place : places()) {
            Duration ago = Duration.ofSeconds((long) (columns - 1 - place) * each);
            String text = ago.isZero() ? "now" : "-" + TimeText.brief(ago);
            int column =
                    Math.clamp(place - text.length() / 2L, 0, Math.max(0, columns - text.length()));
            line = line.under(Line.of(text, Tone.DIM), column);
        }
        return line;
    }

    private List<Integer> places() {
        int parts = Math.max(1, columns / LABELLED);
        List<Integer> places = new ArrayList<>();
        for (int part = 0; part <= parts; part++) {
            places.add((columns - 1) * part / parts);
        }
        return places;
    }
}
