// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Records reads, and notes writes that are flushed but not yet committed. Thread-safe. */
final class SessionListener implements PostLoadEventListener, PostInsertEventListener, PostUpdateEventListener {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final EntityAccessRecorder accesses;

    SessionListener(EntityAccessRecorder accesses) {
        this.accesses = accesses;
    }

    @Override
    public void onPostLoad(PostLoadEvent event) {
        EntityPersister entity = event.getPersister();
        if (entity.isVersioned()) {
            accesses.read(entity, event.getId(), entity.getVersion(event.getEntity()));
        }
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        accesses.flushed(event.getPersister(), event.getId(), event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        accesses.flushed(event.getPersister(), event.getId(), event.getState());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
