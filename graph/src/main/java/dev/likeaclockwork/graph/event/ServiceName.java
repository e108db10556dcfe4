// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

/** The service in the name of a node: for an activity, such as {@code order/5k2v}, the part before the slash. */
public final class ServiceName {
    private ServiceName() {}

    /** The service that a node belongs to; the node itself where its name has no such part. */
    public static String of(String node) {
        int slash = node.indexOf('/');
        return slash <= 0 ? node : node.substring(0, slash);
    }

    /** Whether a node is one activity of a service. */
    public static boolean isActivity(String node) {
        return node.indexOf('/') > 0;
    }
}
