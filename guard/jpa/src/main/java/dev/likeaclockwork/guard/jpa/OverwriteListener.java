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
 * Compares the timestamp of each update or delete with the stored one, and locks the row until the transaction ends.
 * Thread-safe.
 *
 * <p>The stored state is read by a separate session on the same connection, because the flushing session would return
 * the state that it has read earlier.
 */
final class OverwriteListener implements PreUpdateEventListener, PreDeleteEventListener {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final CausalAttributes attributes = new CausalAttributes();

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        EntityPersister persister = event.getPersister();
        int index = attributes.indexIn(persister);
        if (index >= 0) {
            VectorTimestamp attempted = (VectorTimestamp) event.getState()[index];
            check(event.getSession(), persister, event.getId(), event.getEntity(), index, attempted, false);
        }
        return false;
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        EntityPersister persister = event.getPersister();
        int index = attributes.indexIn(persister);
        if (index >= 0) {
            VectorTimestamp attempted = (VectorTimestamp) persister.getValue(event.getEntity(), index);
            check(event.getSession(), persister, event.getId(), event.getEntity(), index, attempted, true);
        }
        return false;
    }

    private static void check(
            SharedSessionContractImplementor session,
            EntityPersister persister,
            Object id,
            Object entity,
            int index,
            @Nullable VectorTimestamp attempted,
            boolean isDelete) {
        Object stored = lock(session, persister.getEntityName(), id);
        if (stored == null) {
            return; // Hibernate itself detects that the row is gone
        }
        VectorTimestamp known = (VectorTimestamp) persister.getValue(stored, index);
        String refusal = refusal(known, attempted, isDelete);
        if (refusal != null) {
            String what = (isDelete ? "delete of " : "update of ") + persister.getEntityName() + " " + id;
            throw new ConcurrentOverwriteException(
                    "the " + what + " was refused: " + refusal, stored, known, entity, attempted);
        }
    }

    /** Reads the current row and locks it until the transaction ends; null if it is gone. */
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
