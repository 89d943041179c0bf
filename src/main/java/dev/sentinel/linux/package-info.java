/// System calls and /proc; usable alone, and the only place that knows native memory.
@NullMarked
package dev.sentinel.linux;

import org.jspecify.annotations.NullMarked;
