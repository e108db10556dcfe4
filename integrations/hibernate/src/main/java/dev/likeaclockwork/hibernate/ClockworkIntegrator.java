// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * A Hibernate integrator that records reads and writes of entities with a {@code @Version} in the current activity. The
 * service loader finds it and registers it with each session factory.
 */
public final class ClockworkIntegrator implements Integrator {
    /** For the service loader. */
    public ClockworkIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = Objects.requireNonNull(
                factory.getServiceRegistry().getService(EventListenerRegistry.class), "EventListenerRegistry");
        EntityAccessRecorder accesses = new EntityAccessRecorder();
        SessionListener session = new SessionListener(accesses);
        listeners.appendListeners(EventType.POST_LOAD, session);
        listeners.appendListeners(EventType.POST_INSERT, session);
        listeners.appendListeners(EventType.POST_UPDATE, session);
        CommitListener commit = new CommitListener(accesses);
        listeners.appendListeners(EventType.POST_COMMIT_INSERT, commit);
        listeners.appendListeners(EventType.POST_COMMIT_UPDATE, commit);
        listeners.appendListeners(EventType.POST_COMMIT_DELETE, commit);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // the listeners belong to the factory and end with it
    }
}
