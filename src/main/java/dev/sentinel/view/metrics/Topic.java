package dev.sentinel.view.metrics;

import java.util.List;

/// Metrics that belong together.
///
/// @param text what is to be known about all of them; may be empty
record Topic(String title, String text, List<Metric> metrics) {}
