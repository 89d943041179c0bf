/// Holds the processes of each target together, so that none escapes.
@NullMarked
package dev.sentinel.contain;

import org.jspecify.annotations.NullMarked;
