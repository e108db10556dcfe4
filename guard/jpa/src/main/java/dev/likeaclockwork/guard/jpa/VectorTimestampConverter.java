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
 * Stores a {@link VectorTimestamp} as its text form, such as {@code a=1,b=2}; null is null. Hibernate applies it to all
 * such attributes by itself; for another provider, name it among the managed classes. The column should be as long as
 * timestamps may grow. Thread-safe.
 */
@Immutable
@Converter(autoApply = true)
public final class VectorTimestampConverter implements AttributeConverter<VectorTimestamp, String> {
    /** For the provider. */
    public VectorTimestampConverter() {}

    /**
     * The text of a timestamp.
     *
     * @throws IllegalArgumentException if it could not be read again: it has more than 256 entries or 8 KiB, or a
     *     counter above 2^53-1
     */
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable VectorTimestamp timestamp) {
        return timestamp == null ? null : parse(timestamp.toString()).toString();
    }

    /**
     * The timestamp of a text.
     *
     * @throws IllegalArgumentException if it is none, with the text
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
