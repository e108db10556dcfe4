/**
 * Logical time for services: what caused what, and what ran concurrently.
 *
 * <ul>
 *   <li>A <b>clock</b> ({@link dev.likeaclockwork.LamportClock}, {@link dev.likeaclockwork.VectorClock}) belongs to one
 *       node, is mutable and thread-safe, and hands out timestamps.
 *   <li>A <b>timestamp</b> ({@link dev.likeaclockwork.LamportTimestamp}, {@link dev.likeaclockwork.VectorTimestamp}) is
 *       an immutable value. Two vector timestamps have a {@link dev.likeaclockwork.CausalityRelation}.
 *   <li>An <b>event</b> ({@link dev.likeaclockwork.TracedEvent}) is a payload with an id, a type and a vector
 *       timestamp.
 *   <li>A <b>transport</b> ({@link dev.likeaclockwork.TextTransport}, {@link dev.likeaclockwork.BinaryTransport}) puts
 *       them on a carrier and takes them off, within {@link dev.likeaclockwork.wire.WireLimits}.
 * </ul>
 *
 * <p><b>Guarantees.</b> With {@code C} for a Lamport time, {@code V} for a vector timestamp, and {@code a -> b} for
 * "event {@code a} happened before event {@code b}":
 *
 * <ul>
 *   <li><i>Clock condition</i> (Lamport 1978): {@code a -> b} implies {@code C(a) < C(b)}.
 *   <li><i>Strong clock condition</i> (Fidge 1988, Mattern 1989): {@code a -> b} if and only if {@code V(a)}
 *       {@link dev.likeaclockwork.CausalityRelation#HAPPENS_BEFORE HAPPENS_BEFORE} {@code V(b)}. No representation with
 *       fewer than n entries for n nodes can promise this (Charron-Bost 1991).
 *   <li><i>Monotonicity</i>: the timestamps of one clock strictly increase, whatever it receives.
 *   <li><i>Linearizability</i>: threads that share a clock see one order of its events, and each event has a timestamp
 *       of its own.
 * </ul>
 *
 * <p><b>HAZARD: two clocks with one node id.</b> Both conditions assume that a node id names one line of events. Two
 * live clocks with one id, or a clock that restarted from zero, give two events one timestamp, and concurrent events
 * will look ordered. {@link dev.likeaclockwork.VectorClock#resume} restores a clock; a restarted one adopts its old
 * count when a peer brings it back.
 */
@NullMarked
package dev.likeaclockwork;

import org.jspecify.annotations.NullMarked;
