// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

/** The handler of a server under test. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Handles a request.
     *
     * @param path the requested path, such as {@code /work}; if it begins with {@code /async}, and the framework can
     *     handle requests asynchronously, other threads than the receiving one must handle it
     * @return the body of the reply
     * @throws Exception if the request must fail
     */
    String handle(String path) throws Exception;
}
