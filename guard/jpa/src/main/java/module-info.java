// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Vector timestamps as attributes of entities, and a listener that makes Hibernate refuse concurrent overwrites. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.likeaclockwork.guard.jpa {
    requires transitive dev.likeaclockwork.core;
    requires transitive jakarta.persistence;
    requires java.naming;
    requires transitive org.hibernate.orm.core;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.guard.jpa;

    provides org.hibernate.boot.model.TypeContributor with
            dev.likeaclockwork.guard.jpa.TimestampType;
    provides org.hibernate.integrator.spi.Integrator with
            dev.likeaclockwork.guard.jpa.GuardIntegrator;
}
