// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.sql.Connection;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is about to be written with what is stored, and locks the row until the transaction ends. Thread-safe.
 *
 * <p>The stored state is read by a session of its own on the same connection: the session at work has the state that it
 * read earlier.
 */
final class OverwriteListener implements PreUpdateEventListener, PreDeleteEventListener {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final CausalAttributes attributes = new CausalAttributes();

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        EntityPersister persister = event.getPersister();
        int place = attributes.placeIn(persister);
        if (place >= 0) {
            VectorTimestamp attempted = (VectorTimestamp) event.getState()[place];
            check(event.getSession(), persister, event.getId(), event.getEntity(), place, attempted, false);
        }
        return false;
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        EntityPersister persister = event.getPersister();
        int place = attributes.placeIn(persister);
        if (place >= 0) {
            VectorTimestamp attempted = (VectorTimestamp) persister.getValue(event.getEntity(), place);
            check(event.getSession(), persister, event.getId(), event.getEntity(), place, attempted, true);
        }
        return false;
    }

    private static void check(
            SharedSessionContractImplementor session,
            EntityPersister persister,
            Object id,
            Object entity,
            int place,
            @Nullable VectorTimestamp attempted,
            boolean isDelete) {
        Object stored = lock(session, persister.getEntityName(), id);
        if (stored == null) {
            return; // Hibernate finds out itself that the row is gone
        }
        VectorTimestamp known = (VectorTimestamp) persister.getValue(stored, place);
        String refusal = refusal(known, attempted, isDelete);
        if (refusal != null) {
            String what = (isDelete ? "delete of " : "update of ") + persister.getEntityName() + " " + id;
            throw new ConcurrentOverwriteException(
                    "the " + what + " was refused: " + refusal, stored, known, entity, attempted);
        }
    }

    /** The row as it is now, which no other transaction changes until this one ends. */
    private static @Nullable Object lock(SharedSessionContractImplementor session, String entityName, Object id) {
        Connection connection =
                session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
        var builder = session.getFactory().withStatelessOptions().connection(connection);
        Object tenant = session.getTenantIdentifierValue();
        try (StatelessSession reader =
                (tenant == null ? builder : builder.tenantIdentifier(tenant)).openStatelessSession()) {
            return reader.get(entityName, id, LockMode.PESSIMISTIC_WRITE);
        }
    }

    private static @Nullable String refusal(
            @Nullable VectorTimestamp stored, @Nullable VectorTimestamp attempted, boolean isDelete) {
        if (attempted == null) {
            return isDelete && stored == null ? null : "it has no timestamp, and " + stored + " is stored";
        }
        if (stored == null) {
            return null;
        }
        CausalityRelation relation = attempted.relationTo(stored);
        return switch (relation) {
            case HAPPENS_AFTER -> null;
            case EQUAL ->
                isDelete
                        ? null
                        : "it has the timestamp " + attempted + " that is stored already; each write is an event";
            case HAPPENS_BEFORE -> "its timestamp " + attempted + " happens before " + stored + ", which is stored";
            case CONCURRENT -> "its timestamp " + attempted + " is concurrent with " + stored + ", which is stored";
        };
    }
}
