package dev.sentinel.view.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a client asks for: the head of a request.
///
/// @param path as it was sent, without the query
/// @param query what follows the question mark; empty for nothing
/// @param fields by name in lower case
public record Asked(
        String method,
        String path,
        String query,
        boolean version11,
        Map<String, List<String>> fields) {

    /// The only value of that name, or the first.
    ///
    /// @param name in lower case
    public Optional<String> field(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// Values of a parameter of the query, in their order.
    public List<String> parameter(String name) {
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
                .map(pair -> decoded(pair[1]))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean isReading() {
        return isHead() || method.equals("GET");
    }

    /// Whether a body follows, which nothing here has a use for.
    boolean hasBody() {
        return fields.containsKey("transfer-encoding")
                || field("content-length").filter(length -> !length.equals("0")).isPresent();
    }

    /// Whether the client may send another request the same way (RFC 9112, 9.3).
    boolean keepsAlive() {
        return version11 && !hasBody() && !elements("connection").contains("close");
    }

    /// Whether an answer may be compressed with gzip (RFC 9110, 12.5.3).
    boolean takesGzip() {
        Optional<String> any = Optional.empty();
        for (String element : elements("accept-encoding")) {
            String coding = element.split(";", 2)[0].strip();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isWanted(element);
            }
            if (coding.equals("*")) {
                any = Optional.of(element);
            }
        }
        return any.filter(Asked::isWanted).isPresent();
    }

    /// A weight of zero means "not this one".
    private static boolean isWanted(String element) {
        return !element.replace(" ", "").matches(".*;q=0(\\.0*)?");
    }

    /// Of a field that holds a list.
    private List<String> elements(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .toList();
    }
}
