package dev.sentinel.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

import java.util.Optional;

/// The answer to a wish, for programs.
public final class AnswerJson {

    private AnswerJson() {}

    /// `{"ok":true,"target":"leaker","text":"…"}`, or with `"error":"unknown-target"` when it is a
    /// refusal; without a newline.
    public static String of(Optional<String> target, Optional<String> refusal, String text) {
        JsonStringWriter json = JsonWriter.string().object().value("ok", refusal.isEmpty());
        refusal.ifPresent(word -> json.value("error", word));
        target.ifPresent(name -> json.value("target", name));
        return json.value("text", text).end().done();
    }
}
