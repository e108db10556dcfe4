// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The inventory service, a plain Spring Boot application: it reserves pieces of a stock, which is in the rows of a
 * database file. In the profile {@code fixed}, the guard manages these rows.
 */
@NullMarked
package dev.likeaclockwork.examples.shop.inventory;

import org.jspecify.annotations.NullMarked;
