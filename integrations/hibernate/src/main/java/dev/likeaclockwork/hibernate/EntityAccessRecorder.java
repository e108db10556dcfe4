// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.CurrentActivity;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Records the accesses of one session factory in the current activity. Without a current activity or a version, it
 * records nothing. Thread-safe.
 */
final class EntityAccessRecorder {
    /**
     * The versions that each activity has flushed and not committed. Reads of them are not recorded: the write is
     * recorded at the commit, so that such a read would precede the write that it saw.
     */
    private final Map<Activity, Set<EntityVersion>> uncommitted = Collections.synchronizedMap(new WeakHashMap<>());

    private record EntityVersion(String resource, String version) {}

    void read(EntityPersister entity, Object id, @Nullable Object version) {
        Activity activity = CurrentActivity.get().orElse(null);
        if (activity != null && version != null) {
            EntityVersion seen = new EntityVersion(resource(entity, id), version.toString());
            if (!uncommitted.getOrDefault(activity, Set.of()).contains(seen)) {
                activity.event("entity.read").read(seen.resource, seen.version).record();
            }
        }
    }

    /** Notes a state that is flushed and that other transactions see only after the commit. */
    void flushed(EntityPersister entity, Object id, Object[] state) {
        String version = version(entity, state);
        if (version != null) {
            EntityVersion written = new EntityVersion(resource(entity, id), version);
            CurrentActivity.get()
                    .ifPresent(activity -> uncommitted
                            .computeIfAbsent(activity, key -> Collections.synchronizedSet(new HashSet<>()))
                            .add(written));
        }
    }

    /**
     * Records a committed write. {@code before} is null for an insert and {@code after} for a delete. A write that
     * leaves the version unchanged is recorded without a new version.
     */
    void committed(
            String type, EntityPersister entity, Object id, Object @Nullable [] before, Object @Nullable [] after) {
        Activity activity = CurrentActivity.get().orElse(null);
        String base = version(entity, before);
        String version = version(entity, after);
        if (activity == null || (base == null && version == null)) {
            return;
        }
        String made = Objects.equals(version, base) ? null : version;
        activity.event(type).wrote(resource(entity, id), base, made).record();
        forget(activity, entity, id, version);
    }

    void rolledBack(EntityPersister entity, Object id, Object[] state) {
        CurrentActivity.get().ifPresent(activity -> forget(activity, entity, id, version(entity, state)));
    }

    private void forget(Activity activity, EntityPersister entity, Object id, @Nullable String version) {
        if (version != null) {
            uncommitted.computeIfPresent(activity, (key, seen) -> {
                seen.remove(new EntityVersion(resource(entity, id), version));
                return seen.isEmpty() ? null : seen;
            });
        }
    }

    private static @Nullable String version(EntityPersister entity, Object @Nullable [] state) {
        if (state == null || !entity.isVersioned()) {
            return null;
        }
        Object version = state[entity.getVersionMapping().getVersionAttribute().getStateArrayPosition()];
        return version == null ? null : version.toString();
    }

    /** Returns the root class's simple name and the id, so that a class and its subclasses share one resource. */
    private static String resource(EntityPersister entity, Object id) {
        String name = entity.getRootEntityName();
        return name.substring(name.lastIndexOf('.') + 1) + ":" + id;
    }
}
