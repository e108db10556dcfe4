// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import dev.likeaclockwork.VectorTimestamp;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Where the attribute with {@link CausalVersion} stands in each entity of one session factory. Thread-safe. */
final class CausalAttributes {
    private static final int NONE = -1;

    private final Map<String, Integer> places = new ConcurrentHashMap<>();

    /** The number of the attribute among the entity's properties, or -1 if no attribute is marked. */
    int placeIn(EntityPersister persister) {
        return places.computeIfAbsent(persister.getEntityName(), name -> find(persister));
    }

    private static int find(EntityPersister persister) {
        int place = NONE;
        for (Class<?> type = persister.getMappedClass(); type != null; type = superclass(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(CausalVersion.class)) {
                    checkFirst(place, field);
                    place = place(persister, field);
                }
            }
        }
        return place;
    }

    private static @Nullable Class<?> superclass(Class<?> type) {
        return type.getSuperclass();
    }

    private static void checkFirst(int place, Field field) {
        if (place != NONE) {
            throw new IllegalStateException("there is a second @CausalVersion at " + field);
        }
    }

    private static int place(EntityPersister persister, Field field) {
        int place = Arrays.asList(persister.getPropertyNames()).indexOf(field.getName());
        if (place < 0 || field.getType() != VectorTimestamp.class) {
            throw new IllegalStateException(
                    "@CausalVersion must be on a persistent VectorTimestamp, but is on " + field);
        }
        return place;
    }
}
