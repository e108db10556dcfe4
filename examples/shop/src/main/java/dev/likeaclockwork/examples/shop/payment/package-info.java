// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The payment service, as Spring Boot makes one: it charges buyers when messages from Kafka say so, in the rows of a
 * database file. In the profile {@code fixed}, the guard drops what is delivered again.
 */
@NullMarked
package dev.likeaclockwork.examples.shop.payment;

import org.jspecify.annotations.NullMarked;
