/// What a full screen shows of a Sentinel, as values: here, or at the other end of its socket.
@NullMarked
package dev.sentinel.scene;

import org.jspecify.annotations.NullMarked;
