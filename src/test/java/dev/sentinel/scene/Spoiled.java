package dev.sentinel.scene;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Replies as a broken or a hostile server may give them.
public final class Spoiled {

    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,])(?:-?\\d[\\d.eE+-]*|\"(?:[^\"\\\\]|\\\\.)*\"(?!:))");

    private static final List<String> VALUES =
            List.of(
                    "-1",
                    "0",
                    "9223372036854775807",
                    "9223372037",
                    "1e308",
                    "1e999",
                    "1e-320",
                    "-0.0",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[[[]]]]",
                    "\"\"",
                    "\"\\ud800\\u001b[2J\"",
                    "\"leaker\"");

    private Spoiled() {}

    /// The same reply with some values changed for others, and now and then a piece of it lost or
    /// told twice.
    public static String of(String reply, Random random) {
        String spoiled = reply;
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            spoiled = random.nextInt(8) == 0 ? piece(spoiled, random) : value(spoiled, random);
        }
        return spoiled;
    }

    private static String value(String reply, Random random) {
        List<MatchResult> values = VALUE.matcher(reply).results().toList();
        if (values.isEmpty()) {
            return reply;
        }
        MatchResult old = values.get(random.nextInt(values.size()));
        String other = VALUES.get(random.nextInt(VALUES.size()));
        return reply.substring(0, old.start()) + other + reply.substring(old.end());
    }

    private static String piece(String reply, Random random) {
        int from = random.nextInt(reply.length());
        int to = Math.min(reply.length(), from + random.nextInt(1, 50));
        String lost = reply.substring(0, from) + reply.substring(to);
        return random.nextBoolean() ? lost : reply.substring(0, to) + reply.substring(from);
    }
}
