/**
 * What a service's domain and protocol code needs in order to run without Spring and without any input or output: tables in
 * memory with transactions, and an assembly of its classes. For simulations, which kill and restart a service thousands of times a second.
 */
@NullMarked
package dev.greenlight.testing.memory;

import org.jspecify.annotations.NullMarked;
