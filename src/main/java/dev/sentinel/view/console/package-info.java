/// Plain lines on standard error, for when there is no screen.
@NullMarked
package dev.sentinel.view.console;

import org.jspecify.annotations.NullMarked;
