// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

/** What a server of a contract does with a request. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Handles a request.
     *
     * @param path what was asked for, such as {@code /work}; a path that begins with {@code /async} must be handled by
     *     other threads than the one that received the request, by the framework's own means, where it has any
     * @return the body of the reply
     * @throws Exception if the request is to fail
     */
    String handle(String path) throws Exception;
}
