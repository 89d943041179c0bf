package dev.sentinel.cli;

import dev.sentinel.view.StatusReply;
import dev.sentinel.view.console.StatusTable;

/// How a status is told.
enum StatusForm {
    TABLE,
    WIDE,
    JSON,
    NAME;

    static StatusForm parse(String text) {
        return switch (text) {
            case "table" -> TABLE;
            case "wide" -> WIDE;
            case "json" -> JSON;
            case "name" -> NAME;
            default ->
                    throw new UsageError(
                            "%s: '%s' is neither table, wide, json nor name"
                                    .formatted(RunOptions.OUTPUT, text));
        };
    }

    /// Without the newline at the end.
    ///
    /// @param room how many characters a line of a table may have
    String text(StatusReply status, int room, boolean colours) {
        return switch (this) {
            case JSON -> status.json();
            case NAME -> String.join("\n", status.names());
            case TABLE, WIDE ->
                    String.join(
                            "\n",
                            StatusTable.of(this == WIDE, colours).lines(status.targets(), room));
        };
    }
}
