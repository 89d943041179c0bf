package dev.sentinel.view.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the heads of requests (RFC 9112), and takes no liberties: what two programs could read in
/// two ways is refused.
final class RequestReader {

    private static final int LONGEST_HEAD = 16 << 10;
    private static final int MOST_FIELDS = 50;
    private static final int MOST_EMPTY_LINES = 4;

    private static final Pattern REQUEST_LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/(\\d)\\.(\\d)");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");

    /// A target is a path, or a whole address as a proxy would get it.
    private static final Pattern TARGET =
            Pattern.compile("(?:[Hh][Tt][Tt][Pp][Ss]?://[^/?]*)?(/[^?#]*)?(?:\\?([^#]*))?");

    private final InputStream in;
    private int left;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /// The next request; empty when the client has no more.
    ///
    /// @throws Refused when it is not one
    Optional<Asked> next() throws IOException {
        left = LONGEST_HEAD;
        String line = line();
        for (int empty = 0; line.isEmpty(); empty++) {
            if (empty == MOST_EMPTY_LINES) {
                return Optional.empty();
            }
            line = line();
        }
        return line.equals(END) ? Optional.empty() : Optional.of(request(line));
    }

    private Asked request(String line) throws IOException {
        Matcher words = REQUEST_LINE.matcher(line);
        if (!words.matches()) {
            throw new Refused(400, "this is not a request line");
        }
        if (!words.group(3).equals("1")) {
            throw new Refused(505, "HTTP/1.1 is spoken here");
        }
        Map<String, List<String>> fields = fields();
        boolean version11 = !words.group(4).equals("0");
        int hosts = fields.getOrDefault("host", List.of()).size();
        if (hosts > 1 || (version11 && hosts == 0)) {
            throw new Refused(400, "a request names one host");
        }
        Matcher target = TARGET.matcher(words.group(2));
        if (!target.matches()) {
            throw new Refused(400, "this is not an address here");
        }
        return new Asked(
                words.group(1),
                Optional.ofNullable(target.group(1)).orElse("/"),
                Optional.ofNullable(target.group(2)).orElse(""),
                version11,
                fields);
    }

    private Map<String, List<String>> fields() throws IOException {
        Map<String, List<String>> fields = new HashMap<>();
        int count = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new Refused(400, "this is not a header field");
            }
            if (++count > MOST_FIELDS) {
                throw new Refused(431, "a request has at most %d fields".formatted(MOST_FIELDS));
            }
            fields.computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(field.group(2).strip());
        }
        return fields;
    }

    /// What [#line] gives at the end of the stream: it cannot be a line.
    private static final String END = "\n";

    /// A line without its end, which is CR LF or LF alone.
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return END;
            }
            if (--left < 0) {
                throw new Refused(
                        431, "the head of a request has at most %d bytes".formatted(LONGEST_HEAD));
            }
            line.append((char) next);
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        if (line.chars().anyMatch(character -> isControl(character))) {
            throw new Refused(400, "a request holds no control characters");
        }
        return line.toString();
    }

    private static boolean isControl(int character) {
        return (character < ' ' && character != '\t') || character == 0x7f;
    }
}
