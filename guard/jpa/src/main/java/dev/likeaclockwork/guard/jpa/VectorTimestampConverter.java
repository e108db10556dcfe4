// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Converts a {@link VectorTimestamp} to its text form, such as {@code a=1,b=2}, and back; null stays null. Hibernate
 * applies it to all attributes of that type; for another provider, list it among the managed classes. The column has to
 * be as long as the longest timestamp. Thread-safe.
 */
@Immutable
@Converter(autoApply = true)
public final class VectorTimestampConverter implements AttributeConverter<VectorTimestamp, String> {
    /** Called by the provider. */
    public VectorTimestampConverter() {}

    /**
     * The text of a timestamp.
     *
     * @throws IllegalArgumentException if the text could not be read again: it has more than 256 entries or 8 KiB, or a
     *     counter above 2^53-1
     */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable VectorTimestamp timestamp) {
        return timestamp == null ? null : parse(timestamp.toString()).toString();
    }

    /**
     * The timestamp of a text.
     *
     * @throws IllegalArgumentException if the text is malformed; the message has the text
     */
    @Override
    public @Nullable VectorTimestamp convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    private static VectorTimestamp parse(String text) {
        try {
            return VectorTimestamp.parse(text);
        } catch (MalformedCausalityException e) {
            throw new IllegalArgumentException(
                    "the timestamp '" + text + "' cannot be stored or read: " + e.getMessage(), e);
        }
    }
}
