package dev.sentinel.blackbox;

import org.junit.jupiter.api.Tag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tests that may run while others do: they wait most of the time, have sockets, ports and files of
/// their own, and neither measure time nor count processes. The rest runs one after the other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("side-by-side")
@interface SideBySide {}
