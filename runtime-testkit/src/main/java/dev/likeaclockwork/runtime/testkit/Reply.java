// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import java.util.List;

/**
 * The reply of a server under test.
 *
 * @param ok whether the request succeeded
 * @param body the body of a successful reply
 * @param headers the values of the timestamp header, in the encoding of the protocol; empty if it is absent
 */
public record Reply(boolean ok, String body, List<byte[]> headers) {
    /** Copies the list. */
    public Reply {
        headers = List.copyOf(headers);
    }
}
