/// Judges readings by pure rules; touches no file, clock, socket or thread.
@NullMarked
package dev.sentinel.policy;

import org.jspecify.annotations.NullMarked;
