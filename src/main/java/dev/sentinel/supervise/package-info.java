/// The loop and the life of each target; the one owner of all state.
@NullMarked
package dev.sentinel.supervise;

import org.jspecify.annotations.NullMarked;
