/** Spans of Zipkin as JSON. */
@NullMarked
package dev.likeaclockwork.formats.zipkin;

import org.jspecify.annotations.NullMarked;
