/**
 * What every reader of foreign data shares: how much it is willing to read
 * ({@link dev.likeaclockwork.wire.WireLimits}), and how it refuses the rest
 * ({@link dev.likeaclockwork.wire.MalformedCausalityException}).
 */
@NullMarked
package dev.likeaclockwork.wire;

import org.jspecify.annotations.NullMarked;
