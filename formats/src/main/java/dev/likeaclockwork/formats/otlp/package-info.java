/** OpenTelemetry's protocol as JSON: traces are read, and a graph is written as traces. */
@NullMarked
package dev.likeaclockwork.formats.otlp;

import org.jspecify.annotations.NullMarked;
