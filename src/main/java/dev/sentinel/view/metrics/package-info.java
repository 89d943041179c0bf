/// The snapshot as Prometheus metrics.
@NullMarked
package dev.sentinel.view.metrics;

import org.jspecify.annotations.NullMarked;
