// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import dev.likeaclockwork.VectorTimestamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Product {
    @Id
    long id;

    @Column(length = 8192)
    String text;

    @CausalVersion
    @Column(length = 8192)
    VectorTimestamp version;

    Product() {}

    Product(long id, String text, String version) {
        this.id = id;
        write(text, version);
    }

    void write(String text, String version) {
        this.text = text;
        this.version = VectorTimestamp.parse(version);
    }
}
