/// Reads memory and process facts; cannot signal.
@NullMarked
package dev.sentinel.sample;

import org.jspecify.annotations.NullMarked;
