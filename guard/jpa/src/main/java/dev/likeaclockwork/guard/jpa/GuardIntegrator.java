// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;

/** Registers the listener for {@link CausalVersion} with each session factory. Loaded by the service loader. */
public final class GuardIntegrator implements Integrator {
    /** Called by the service loader. */
    public GuardIntegrator() {}

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = Objects.requireNonNull(
                factory.getServiceRegistry().getService(EventListenerRegistry.class), "EventListenerRegistry");
        OverwriteListener listener = new OverwriteListener();
        listeners.appendListeners(EventType.PRE_UPDATE, listener);
        listeners.appendListeners(EventType.PRE_DELETE, listener);
    }
}
