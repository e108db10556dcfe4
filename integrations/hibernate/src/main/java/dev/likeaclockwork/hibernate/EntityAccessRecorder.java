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
 * The accesses of one session factory. Where there is no current activity, or no version, nothing is recorded.
 * Thread-safe.
 */
final class EntityAccessRecorder {
    /**
     * What each activity has flushed and not committed. To read that again tells nothing; and recorded, it would come
     * before the write that it saw, which is recorded at the commit.
     */
    private final Map<Activity, Set<Seen>> uncommitted = Collections.synchronizedMap(new WeakHashMap<>());

    private record Seen(String resource, String version) {}

    void read(EntityPersister entity, Object id, @Nullable Object version) {
        Activity activity = CurrentActivity.get().orElse(null);
        if (activity != null && version != null) {
            Seen seen = new Seen(resource(entity, id), version.toString());
            if (!uncommitted.getOrDefault(activity, Set.of()).contains(seen)) {
                activity.event("entity.read").read(seen.resource, seen.version).record();
            }
        }
    }

    /** Notes a state that is in the database, but for others only after the commit. */
    void flushed(EntityPersister entity, Object id, Object[] state) {
        String version = version(entity, state);
        if (version != null) {
            Seen written = new Seen(resource(entity, id), version);
            CurrentActivity.get()
                    .ifPresent(activity -> uncommitted
                            .computeIfAbsent(activity, key -> Collections.synchronizedSet(new HashSet<>()))
                            .add(written));
        }
    }

    /**
     * Records a write of which either state may be missing: there was nothing before, or is nothing after. One that
     * leaves the version makes none.
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
                seen.remove(new Seen(resource(entity, id), version));
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

    /** A class and its subclasses are one resource, as they are one table or more. */
    private static String resource(EntityPersister entity, Object id) {
        String name = entity.getRootEntityName();
        return name.substring(name.lastIndexOf('.') + 1) + ":" + id;
    }
}
