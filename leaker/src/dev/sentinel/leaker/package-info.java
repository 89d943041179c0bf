/** A program that leaks memory on purpose, so that a guardian has something to end. */
package dev.sentinel.leaker;
