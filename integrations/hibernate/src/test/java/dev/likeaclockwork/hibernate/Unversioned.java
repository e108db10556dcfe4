// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Unversioned {
    @Id
    long id;

    int pieces;
}
