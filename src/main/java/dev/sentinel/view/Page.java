package dev.sentinel.view;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// What a path of the HTTP server answers. Immutable, so that any number of clients share one.
public final class Page {

    private final String contentType;
    private final byte[] body;
    private byte @Nullable [] zipped;

    /// @param contentType media type and charset
    /// @param body never changed after it is handed over
    public Page(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body;
    }

    /// A page of plain text.
    public static Page plain(String text) {
        return new Page("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /// A page for programs.
    public static Page json(String json) {
        return new Page("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    /// The body compressed with gzip: once, for all who want it so.
    public synchronized byte[] zipped() {
        if (zipped == null) {
            zipped = zip(body);
        }
        return zipped;
    }

    private static byte[] zip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 8);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }
}
