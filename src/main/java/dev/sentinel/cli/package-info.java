/// The command line: parses it, wires the objects, and turns an ending into an exit code.
@NullMarked
package dev.sentinel.cli;

import org.jspecify.annotations.NullMarked;
