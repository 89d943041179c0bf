package dev.sentinel.leaker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments one after the other into {@link Options}; good for one command line. */
final class OptionParser {
    private static final int LARGEST_EXIT_CODE = 255;

    private final Deque<String> remaining;
    private final Set<String> seen = new HashSet<>();
    private final List<String> inherited = new ArrayList<>();
    private final CurveChoice curve = new CurveChoice();

    private Optional<Flood> flood = Optional.empty();
    private Optional<Integer> exitCode = Optional.empty();
    private Optional<Long> endingNanos = Optional.empty();
    private boolean ignoresTermination;
    private int children;
    private boolean escapes;

    private OptionParser(List<String> arguments) {
        remaining = new ArrayDeque<>(arguments);
    }

    static Options parse(List<String> arguments) throws UsageException {
        return new OptionParser(arguments).parse();
    }

    private Options parse() throws UsageException {
        while (!remaining.isEmpty()) {
            List<String> before = List.copyOf(remaining);
            String option = remaining.remove();
            if (!seen.add(option)) {
                throw new UsageException(option + " is given twice");
            }
            accept(option);
            if (!option.equals("--children") && !option.equals("--escape")) {
                inherited.addAll(before.subList(0, before.size() - remaining.size()));
            }
        }
        return new Options(
                curve.resolve(),
                flood,
                ending(),
                ignoresTermination,
                children,
                escapes,
                List.copyOf(inherited));
    }

    private void accept(String option) throws UsageException {
        switch (option) {
            case "--step" -> curve.step(ByteSize.parse(valueOf(option)));
            case "--every" -> curve.every(TimeSpan.parse(valueOf(option)));
            case "--rate" -> curve.rate(ByteSize.parsePerSecond(valueOf(option)));
            case "--until" -> curve.until(ByteSize.parse(valueOf(option)));
            case "--saw" -> curve.saw();
            case "--wave" -> curve.wave();
            case "--no-leak" -> curve.none();
            case "--chatty" -> flood = Optional.of(floodSize());
            case "--children" -> children = number(option, 1, Integer.MAX_VALUE);
            case "--escape" -> escapes = true;
            case "--ignore-term" -> ignoresTermination = true;
            case "--exit" -> exitCode = Optional.of(number(option, 0, LARGEST_EXIT_CODE));
            case "--after" -> endingNanos = Optional.of(TimeSpan.parse(valueOf(option)));
            default ->
                    throw new UsageException(
                            "unknown option '" + option + "'; --help lists the options");
        }
    }

    private Flood floodSize() throws UsageException {
        boolean bounded = !remaining.isEmpty() && !remaining.peek().startsWith("--");
        return bounded ? new Flood(ByteSize.parse(remaining.remove())) : Flood.ENDLESS;
    }

    private Optional<Ending> ending() throws UsageException {
        if (exitCode.isPresent() && endingNanos.isEmpty()) {
            throw new UsageException("--exit needs --after to say when");
        }
        return endingNanos.map(nanos -> new Ending(exitCode.orElse(0), nanos));
    }

    private int number(String option, int smallest, int largest) throws UsageException {
        String text = valueOf(option);
        try {
            int value = Integer.parseInt(text);
            if (value >= smallest && value <= largest) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: a word is as wrong as a number out of range.
        }
        String range = largest == Integer.MAX_VALUE ? " or more" : " to " + largest;
        throw new UsageException(
                "'%s' is no good for %s: give a number, %d%s"
                        .formatted(text, option, smallest, range));
    }

    private String valueOf(String option) throws UsageException {
        if (remaining.isEmpty() || remaining.peek().startsWith("--")) {
            throw new UsageException(option + " needs a value");
        }
        return remaining.remove();
    }
}
