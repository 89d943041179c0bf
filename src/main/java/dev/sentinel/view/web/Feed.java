package dev.sentinel.view.web;

import java.util.List;
import java.util.Optional;

/// What a stream of events tells.
@FunctionalInterface
public interface Feed {

    /// One event.
    ///
    /// @param id names it, also when the client comes back later; without line breaks
    /// @param data one line
    record Told(String id, String data) {}

    /// What there is to tell, oldest first. Asked often; must not wait.
    ///
    /// @param last the id that was told last; empty, or unknown here, for all that is remembered
    List<Told> after(Optional<String> last);
}
