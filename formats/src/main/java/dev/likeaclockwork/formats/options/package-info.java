/**
 * What a user gives to a reader: {@link dev.likeaclockwork.formats.options.Source sources} and
 * {@link dev.likeaclockwork.formats.options.ReadOptions options}.
 */
@NullMarked
package dev.likeaclockwork.formats.options;

import org.jspecify.annotations.NullMarked;
