package dev.sentinel.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;

import dev.sentinel.model.ByteSize;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one object of a reply tells, by the names that its writer gives.
///
/// Whoever wrote it may be anybody: a value of another kind than expected counts as not told, and
/// what is not told is empty.
public record JsonFacts(JsonObject json) {

    /// What a target may be called; others are none, and shells get to see names.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /// Reads a reply.
    ///
    /// @throws IllegalArgumentException when it is no object
    public static JsonFacts read(String reply) {
        try {
            // Numbers stay text until they are asked for: some take very long to read.
            return new JsonFacts(JsonParser.object().withLazyNumbers().from(reply));
        } catch (JsonParserException | StackOverflowError wrong) {
            throw new IllegalArgumentException("not JSON", wrong);
        }
    }

    /// A word or more, fit to be shown.
    public Optional<String> text(String fact) {
        return json.get(fact) instanceof String text
                ? Optional.of(Printable.text(text))
                : Optional.empty();
    }

    /// What a target is called.
    public Optional<String> name(String fact) {
        return json.get(fact) instanceof String name && NAME.matcher(name).matches()
                ? Optional.of(name)
                : Optional.empty();
    }

    /// Any number.
    public Optional<Double> number(String fact) {
        return number(json.get(fact));
    }

    private static Optional<Double> number(@Nullable Object value) {
        double number = value instanceof Number told ? told.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    /// A number of processes, starts or the like.
    public Optional<Long> count(String fact) {
        Optional<Double> number = number(fact);
        return number.isPresent() ? Optional.of(number.get().longValue()) : Optional.empty();
    }

    /// An amount of memory, told in bytes.
    public Optional<ByteSize> size(String fact) {
        Optional<Long> bytes = count(fact);
        return bytes.isPresent() && bytes.get() >= 0
                ? Optional.of(new ByteSize(bytes.get()))
                : Optional.empty();
    }

    /// A length of time, told in seconds.
    public Optional<Duration> time(String fact) {
        Optional<Double> seconds = number(fact);
        return seconds.isPresent() && seconds.get() >= 0
                ? Optional.of(Duration.ofNanos(Math.round(seconds.get() * 1e9)))
                : Optional.empty();
    }

    /// What is told of something in an object of its own.
    public Optional<JsonFacts> object(String fact) {
        return json.get(fact) instanceof JsonObject object
                ? Optional.of(new JsonFacts(object))
                : Optional.empty();
    }

    /// Whether there is a list, of whatever.
    public boolean isList(String fact) {
        return json.get(fact) instanceof JsonArray;
    }

    /// A list of objects; what is none is left out.
    public List<JsonFacts> list(String fact) {
        List<JsonFacts> objects = new ArrayList<>();
        for (Object one : array(fact)) {
            if (one instanceof JsonObject object) {
                objects.add(new JsonFacts(object));
            }
        }
        return objects;
    }

    /// A list of numbers, each not below zero; empty when there is anything else in it.
    public List<Long> counts(String fact) {
        List<Long> counts = new ArrayList<>();
        for (Object one : array(fact)) {
            Optional<Double> number = number(one);
            if (number.isEmpty() || number.get() < 0) {
                return List.of();
            }
            counts.add(number.get().longValue());
        }
        return counts;
    }

    /// A list of lines as they were told: whoever shows them cleans them.
    public List<String> lines(String fact) {
        List<String> lines = new ArrayList<>();
        for (Object one : array(fact)) {
            if (one instanceof String line) {
                lines.add(line);
            }
        }
        return lines;
    }

    private JsonArray array(String fact) {
        return json.get(fact) instanceof JsonArray array ? array : new JsonArray();
    }
}
