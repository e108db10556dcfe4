// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

/** A write of somebody who had not seen what is there; travels as HTTP 409. */
final class StockConflict extends Exception {
    static final int STATUS = 409;

    private static final long serialVersionUID = 1L;

    private final String version;

    /**
     * A conflict.
     *
     * @param version the version that the writer had not seen
     */
    StockConflict(String message, String version) {
        super(message);
        this.version = version;
    }

    String version() {
        return version;
    }
}
