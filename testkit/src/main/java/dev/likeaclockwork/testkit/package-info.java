/**
 * Tests for any implementation of clocks and transports.
 *
 * <ul>
 *   <li>An <b>execution</b> ({@link dev.likeaclockwork.testkit.Execution}) is a seeded run of several nodes whose order
 *       is known by reachability; any clock can replay it.
 *   <li>The <b>laws</b> ({@link dev.likeaclockwork.testkit.RelationLaws}, {@link dev.likeaclockwork.testkit.MergeLaws})
 *       say what every relation and every merge owes, for any values.
 *   <li>The <b>contracts</b> ({@link dev.likeaclockwork.testkit.VectorClockContract},
 *       {@link dev.likeaclockwork.testkit.LamportClockContract},
 *       {@link dev.likeaclockwork.testkit.TextTransportContract},
 *       {@link dev.likeaclockwork.testkit.BinaryTransportContract}) are JUnit suites; a test class extends one, says
 *       how its implementation is called, and inherits the tests.
 * </ul>
 *
 * <p>Everything random comes from a seed, which each failure names.
 */
@NullMarked
package dev.likeaclockwork.testkit;

import org.jspecify.annotations.NullMarked;
