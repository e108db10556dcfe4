// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Registers the {@link VectorTimestampConverter} with Hibernate. Loaded by the service loader. */
public final class TimestampType implements TypeContributor {
    /** Called by the service loader. */
    public TimestampType() {}

    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        types.contributeAttributeConverter(VectorTimestampConverter.class);
    }
}
