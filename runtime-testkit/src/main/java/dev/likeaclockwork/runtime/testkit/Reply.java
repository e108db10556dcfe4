// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import java.util.List;

/**
 * What a server of a contract answered.
 *
 * @param ok whether the request succeeded
 * @param body the body, if it did
 * @param stamps the values of the header of the stamp, in the encoding of the protocol; empty if there is none
 */
public record Reply(boolean ok, String body, List<byte[]> stamps) {
    /** Copies the list. */
    public Reply {
        stamps = List.copyOf(stamps);
    }
}
