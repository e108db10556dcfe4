// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The payment service. */
@SpringBootApplication
public class PaymentService {
    /** For Spring. */
    public PaymentService() {}
}
