/// What Sentinel says about its own command line: the man page and the completions, both made from
/// picocli's model, so that they cannot differ from what is parsed.
@NullMarked
package dev.sentinel.manual;

import org.jspecify.annotations.NullMarked;
