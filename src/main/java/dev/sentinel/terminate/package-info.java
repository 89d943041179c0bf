/// Sends signals to a tree of processes; decides nothing.
@NullMarked
package dev.sentinel.terminate;

import org.jspecify.annotations.NullMarked;
