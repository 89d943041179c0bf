/// What all outlets share: sentences, JSON, and foreign text made harmless.
@NullMarked
package dev.sentinel.view;

import org.jspecify.annotations.NullMarked;
