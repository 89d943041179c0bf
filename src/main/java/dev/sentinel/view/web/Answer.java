package dev.sentinel.view.web;

import dev.sentinel.view.Page;

import java.util.Map;

/// A page with what it means to the client.
///
/// @param status as in RFC 9110, 15
/// @param fields beside those that every answer has
public record Answer(int status, Page page, Map<String, String> fields) {

    /// What was asked for.
    public static Answer ok(Page page) {
        return new Answer(200, page, Map.of());
    }

    /// A sentence that tells why there is no page.
    public static Answer sorry(int status, String sentence) {
        return new Answer(status, Page.plain(sentence + "\n"), Map.of());
    }

    static Answer sorry(int status, String sentence, Map<String, String> fields) {
        return new Answer(status, Page.plain(sentence + "\n"), fields);
    }

    String reason() {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 421 -> "Misdirected Request";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "";
        };
    }
}
