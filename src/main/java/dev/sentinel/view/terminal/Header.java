package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Pressure;
import dev.sentinel.model.TimeText;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.Watched;
import dev.sentinel.view.Printable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is true of all targets: Sentinel itself, the machine, the doors. Pure.
record Header(Scene scene, Optional<Watched> selected, Glyphs glyphs) {

    /// Three lines at most; what does not fit into a line is left out from its end.
    List<Line> lines(int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(joined(itself(), columns));
        machine().map(facts -> joined(facts, columns)).ifPresent(lines::add);
        lines.add(joined(doors(), columns));
        return lines;
    }

    private List<Line> itself() {
        List<Line> facts = new ArrayList<>();
        facts.add(Line.of("Sentinel " + Printable.text(scene.version()), Tone.TITLE));
        facts.add(plain("up " + TimeText.clock(scene.at().sinceStart())));
        scene.own()
                .ifPresent(own ->
                        facts.add(plain("itself %s %s".formatted(own.resident(), load(own)))));
        selected.filter(one -> !one.gone()).ifPresent(one -> facts.add(plain(looks(one))));
        return facts;
    }

    private static String load(Scene.Own own) {
        return percent(own.load() * 100);
    }

    private static String looks(Watched target) {
        Duration interval = target.interval();
        boolean tiny = interval.compareTo(Duration.ofMillis(1)) < 0;
        Duration rounded = tiny ? interval : Duration.ofMillis(interval.toMillis());
        return "%s every %s".formatted(Printable.text(target.detector()), TimeText.plain(rounded));
    }

    private Optional<List<Line>> machine() {
        Machine machine = scene.machine();
        // Nothing is known in the first moments.
        if (machine.memory().bytes() == 0) {
            return Optional.empty();
        }
        List<Line> facts = new ArrayList<>();
        facts.add(Line.of(used(machine), Tone.ofShare(usedShare(machine))));
        machine.pressure().ifPresent(pressure -> facts.add(pressure(pressure)));
        return Optional.of(facts);
    }

    private static String used(Machine machine) {
        return "machine %s of %s, %.0f%%"
                .formatted(usedBytes(machine), machine.memory(), usedShare(machine) * 100);
    }

    private static ByteSize usedBytes(Machine machine) {
        return new ByteSize(Math.max(0, machine.memory().bytes() - machine.available().bytes()));
    }

    private static double usedShare(Machine machine) {
        return (double) usedBytes(machine).bytes() / machine.memory().bytes();
    }

    private static Line pressure(Pressure pressure) {
        String text =
                "pressure some %s full %s"
                        .formatted(percent(pressure.some()), percent(pressure.full()));
        return Line.of(text, pressure.full() >= 1 ? Tone.WARNING : Tone.PLAIN);
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f%%", percent);
    }

    private List<Line> doors() {
        Outlets outlets = scene.outlets();
        return List.of(
                Line.of("socket " + shown(outlets.socket()), Tone.DIM),
                Line.of("metrics " + shown(outlets.metrics()), Tone.DIM));
    }

    private static String shown(Optional<String> door) {
        return door.map(Printable::text).orElse("off");
    }

    private static Line plain(String text) {
        return Line.of(text, Tone.PLAIN);
    }

    private Line joined(List<Line> facts, int columns) {
        Line line = Line.of(" ", Tone.PLAIN).then(facts.getFirst());
        for (Line fact : facts.subList(1, facts.size())) {
            Line longer = line.then(glyphs.dot(), Tone.DIM).then(fact);
            if (longer.width() > columns) {
                break;
            }
            line = longer;
        }
        return line;
    }
}
