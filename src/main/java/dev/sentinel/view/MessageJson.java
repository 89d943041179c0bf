package dev.sentinel.view;

import com.grack.nanojson.JsonWriter;

/// Something said, for programs.
public final class MessageJson {

    private MessageJson() {}

    /// `{"message":"…"}`.
    public static String of(String sentence) {
        return JsonWriter.string().object().value("message", Printable.text(sentence)).end().done();
    }
}
