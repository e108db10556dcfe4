/**
 * Spans of any tracing format, what they access, and how the spans of one execution become events. A span waits until
 * all inputs are read, because its causes may stand in any of them.
 */
@NullMarked
package dev.likeaclockwork.formats.spans;

import org.jspecify.annotations.NullMarked;
