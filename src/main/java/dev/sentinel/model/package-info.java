/// What is known and wanted, as immutable values.
@NullMarked
package dev.sentinel.model;

import org.jspecify.annotations.NullMarked;
