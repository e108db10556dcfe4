// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.OptimisticLock;

/** An entity with an attribute that its version does not protect. */
@Entity
class Unchecked {
    @Id
    long id;

    @OptimisticLock(excluded = true)
    int pieces;

    @Version
    int version;

    Unchecked() {}

    Unchecked(long id) {
        this.id = id;
    }
}
