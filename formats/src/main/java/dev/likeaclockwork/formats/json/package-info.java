/**
 * JSON lines: any object with a {@code _causality} member is an event, also within the wrappers of log collectors. A
 * graph is written in the same form.
 */
@NullMarked
package dev.likeaclockwork.formats.json;

import org.jspecify.annotations.NullMarked;
