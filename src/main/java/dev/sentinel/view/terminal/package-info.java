/// The full-screen dashboard.
@NullMarked
package dev.sentinel.view.terminal;

import org.jspecify.annotations.NullMarked;
