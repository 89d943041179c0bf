/// What the user asked for, as records with defaults; only the command line sees it.
@NullMarked
package dev.sentinel.config;

import org.jspecify.annotations.NullMarked;
