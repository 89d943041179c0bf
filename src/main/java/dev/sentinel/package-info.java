/// The program.
@NullMarked
package dev.sentinel;

import org.jspecify.annotations.NullMarked;
