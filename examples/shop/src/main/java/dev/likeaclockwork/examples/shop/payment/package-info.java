// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The payment service, a plain Spring Boot application: it charges buyers for the payment requests that it receives
 * from Kafka, in the rows of a database file. In the profile {@code fixed}, the guard drops redelivered messages.
 */
@NullMarked
package dev.likeaclockwork.examples.shop.payment;

import org.jspecify.annotations.NullMarked;
