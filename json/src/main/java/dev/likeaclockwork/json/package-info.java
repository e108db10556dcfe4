/**
 * Causality in JSON: {@link dev.likeaclockwork.json.JsonTransport} puts a {@code _causality} member into JSON objects
 * and takes it out, and {@link dev.likeaclockwork.json.ClockworkModule} teaches Jackson 3 the values of core. Both
 * write what the like-a-clockwork crate for Rust writes, and read it.
 */
@NullMarked
package dev.likeaclockwork.json;

import org.jspecify.annotations.NullMarked;
