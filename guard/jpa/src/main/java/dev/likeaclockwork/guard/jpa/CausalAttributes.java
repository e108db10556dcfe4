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

/** The index of the {@link CausalVersion} attribute in each entity of one session factory, cached. Thread-safe. */
final class CausalAttributes {
    private static final int NONE = -1;

    private final Map<String, Integer> indexes = new ConcurrentHashMap<>();

    /** The index of the attribute among the entity's properties, or -1 if no attribute is annotated. */
    int indexIn(EntityPersister persister) {
        return indexes.computeIfAbsent(persister.getEntityName(), name -> find(persister));
    }

    private static int find(EntityPersister persister) {
        int index = NONE;
        for (Class<?> type = persister.getMappedClass(); type != null; type = superclass(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(CausalVersion.class)) {
                    checkFirst(index, field);
                    index = index(persister, field);
                }
            }
        }
        return index;
    }

    private static @Nullable Class<?> superclass(Class<?> type) {
        return type.getSuperclass();
    }

    private static void checkFirst(int index, Field field) {
        if (index != NONE) {
            throw new IllegalStateException("there is a second @CausalVersion at " + field);
        }
    }

    private static int index(EntityPersister persister, Field field) {
        int index = Arrays.asList(persister.getPropertyNames()).indexOf(field.getName());
        if (index < 0 || field.getType() != VectorTimestamp.class) {
            throw new IllegalStateException(
                    "@CausalVersion must be on a persistent VectorTimestamp, but is on " + field);
        }
        return index;
    }
}
