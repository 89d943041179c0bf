/// Plain lines on standard error, for when there is no screen, and the table of a client.
@NullMarked
package dev.sentinel.view.console;

import org.jspecify.annotations.NullMarked;
