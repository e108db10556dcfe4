// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/** The inventory service, which sends no messages. */
@SpringBootApplication(exclude = KafkaAutoConfiguration.class)
public class InventoryService {
    /** For Spring. */
    public InventoryService() {}
}
