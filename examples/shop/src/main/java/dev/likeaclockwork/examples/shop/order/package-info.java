// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The order service, a plain Spring Boot application: it takes orders by HTTP, asks inventory by HTTP, and requests
 * payments through Kafka.
 */
@NullMarked
package dev.likeaclockwork.examples.shop.order;

import org.jspecify.annotations.NullMarked;
