// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
class Product {
    @Id
    long id;

    int pieces;

    @Version
    int version;

    Product() {}

    Product(long id) {
        this.id = id;
    }
}
