/** Log lines that name the messages they send and receive. */
@NullMarked
package dev.likeaclockwork.formats.messages;

import org.jspecify.annotations.NullMarked;
