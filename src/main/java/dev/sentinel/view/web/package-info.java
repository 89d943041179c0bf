/// The one HTTP server; read-only.
@NullMarked
package dev.sentinel.view.web;

import org.jspecify.annotations.NullMarked;
