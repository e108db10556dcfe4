/** Traces of Jaeger as JSON. */
@NullMarked
package dev.likeaclockwork.formats.jaeger;

import org.jspecify.annotations.NullMarked;
