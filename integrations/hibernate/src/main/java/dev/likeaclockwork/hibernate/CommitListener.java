// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;

/** Records writes once their transaction has committed; rolled-back writes are not recorded. Thread-safe. */
final class CommitListener
        implements PostCommitInsertEventListener, PostCommitUpdateEventListener, PostCommitDeleteEventListener {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final EntityAccessRecorder accesses;

    CommitListener(EntityAccessRecorder accesses) {
        this.accesses = accesses;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        accesses.committed("entity.inserted", event.getPersister(), event.getId(), null, event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        accesses.committed(
                "entity.updated", event.getPersister(), event.getId(), event.getOldState(), event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        accesses.committed("entity.deleted", event.getPersister(), event.getId(), event.getDeletedState(), null);
    }

    @Override
    public void onPostInsertCommitFailed(PostInsertEvent event) {
        accesses.rolledBack(event.getPersister(), event.getId(), event.getState());
    }

    @Override
    public void onPostUpdateCommitFailed(PostUpdateEvent event) {
        accesses.rolledBack(event.getPersister(), event.getId(), event.getState());
    }

    @Override
    public void onPostDeleteCommitFailed(PostDeleteEvent event) {
        // deletes are not noted at the flush
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister entity) {
        return entity.isVersioned();
    }
}
