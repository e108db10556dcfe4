// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Integration of Hibernate ORM. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.likeaclockwork.hibernate {
    requires dev.likeaclockwork.runtime;
    requires transitive org.hibernate.orm.core;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.hibernate;

    provides org.hibernate.integrator.spi.Integrator with
            dev.likeaclockwork.hibernate.ClockworkIntegrator;
}
