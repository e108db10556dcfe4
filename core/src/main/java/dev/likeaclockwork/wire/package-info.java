/**
 * The contract of all readers of untrusted metadata: the largest timestamp that they read
 * ({@link dev.likeaclockwork.wire.WireLimits}), and the exception that they throw for any other input
 * ({@link dev.likeaclockwork.wire.MalformedCausalityException}).
 */
@NullMarked
package dev.likeaclockwork.wire;

import org.jspecify.annotations.NullMarked;
