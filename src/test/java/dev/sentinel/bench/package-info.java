/// What the benchmarks in bench/ run beside Sentinel.
@NullMarked
package dev.sentinel.bench;

import org.jspecify.annotations.NullMarked;
