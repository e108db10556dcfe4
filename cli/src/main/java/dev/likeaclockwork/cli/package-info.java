/**
 * The {@code clockwork} command: a class of options for each of {@code order}, {@code races}, {@code relation} and
 * {@code stats}, which asks the graph and prints what it says. Exit codes: 0 fine, 1 a finding, 2 bad usage or input.
 */
@NullMarked
package dev.likeaclockwork.cli;

import org.jspecify.annotations.NullMarked;
