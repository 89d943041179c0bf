/// The control socket.
@NullMarked
package dev.sentinel.view.socket;

import org.jspecify.annotations.NullMarked;
