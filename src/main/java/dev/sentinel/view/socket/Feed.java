package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

/// Something that goes on, told to one client.
interface Feed {

    /// What has come since it was asked the last time, as far as fits into one piece; empty when
    /// nothing has. Whole lines.
    String next(Snapshot snapshot);
}
