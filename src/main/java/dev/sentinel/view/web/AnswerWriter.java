package dev.sentinel.view.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Puts answers on their way: the head, and the body if it is wanted.
///
/// Many clients that take large answers slowly would hold the memory that the guard needs. So no
/// more than some megabytes are on their way together, and for what goes beyond there is 503.
final class AnswerWriter {

    /// Below that the head is most of it.
    private static final int WORTH_ZIPPING = 1 << 10;

    /// What is smaller fits into the buffer of a connection, refusals among it.
    private static final int WORTH_COUNTING = 1 << 12;

    /// A quarter of the heap that Sentinel has.
    private static final int MOST_BYTES = 8 << 20;

    /// Nothing that is shown here may do more than be shown, nor be kept, framed or guessed about.
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                            + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cache-Control",
                    "no-store");

    private final Map<String, String> wanted;
    private final Supplier<Instant> clock;
    private final Semaphore bytes = new Semaphore(MOST_BYTES);

    /// @param wanted fields that every answer has too
    AnswerWriter(Map<String, String> wanted, Supplier<Instant> clock) {
        this.wanted = wanted;
        this.clock = clock;
    }

    /// Answers one who said nothing that could be understood.
    void refuse(Answer answer, OutputStream out) throws IOException {
        byte[] body = answer.page().body();
        out.write(head(answer, Map.of("Connection", "close"), body.length));
        out.write(body);
        out.flush();
    }

    /// Returns when the client has taken it, or the kernel has for it. The whole page is held until
    /// then, also when it goes compressed.
    void write(Answer answer, Asked asked, OutputStream out) throws IOException {
        byte[] plain = answer.page().body();
        boolean zip = plain.length >= WORTH_ZIPPING && asked.takesGzip();
        byte[] body = zip ? answer.page().zipped() : plain;
        int weight = plain.length < WORTH_COUNTING ? 0 : plain.length;
        if (!bytes.tryAcquire(weight)) {
            write(Answer.sorry(503, "too much is on its way; ask again"), asked, out);
            return;
        }
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            if (zip) {
                fields.put("Content-Encoding", "gzip");
            }
            if (!asked.keepsAlive()) {
                fields.put("Connection", "close");
            }
            out.write(head(answer, fields, body.length));
            if (!asked.isHead()) {
                out.write(body);
            }
            out.flush();
        } finally {
            bytes.release(weight);
        }
    }

    /// The head of an answer that ends with the connection.
    void begin(String contentType, OutputStream out) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", contentType);
        fields.put("Connection", "close");
        out.write(head("200 OK", fields));
        out.flush();
    }

    private byte[] head(Answer answer, Map<String, String> more, int length) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", answer.page().contentType());
        fields.put("Content-Length", Integer.toString(length));
        fields.putAll(more);
        fields.putAll(answer.fields());
        return head(answer.status() + " " + answer.reason(), fields);
    }

    private byte[] head(String status, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get().atOffset(ZoneOffset.UTC)));
        fields.putAll(more);
        fields.putAll(ALWAYS);
        fields.putAll(wanted);
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
