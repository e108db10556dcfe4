// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diagnosis;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.ServiceName;
import dev.likeaclockwork.graph.model.Names;

/** The services that nodes belong to: of an activity, such as {@code order/5k2v}, the part before the slash. */
public final class Services {
    private final Names names = new Names();

    /** For each node its service. */
    private final int[] services;

    Services(CausalGraph graph) {
        services = new int[graph.nodes()];
        for (int node = 0; node < services.length; node++) {
            services[node] = names.add(ServiceName.of(graph.nodeName(node)));
        }
    }

    int size() {
        return names.size();
    }

    public int of(int node) {
        return services[node];
    }

    String name(int service) {
        return names.text(service);
    }

    int find(String service) {
        return names.find(service);
    }
}
