// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.order;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** The order service, which has no database. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class OrderService {
    /** For Spring. */
    public OrderService() {}
}
