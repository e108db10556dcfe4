// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The width of an execution: the largest number of pairwise concurrent events.
 *
 * <p>By Dilworth's theorem it is the number of events less the size of a largest matching of events with later events
 * (Fulkerson 1956), found by augmenting paths from the lanes, which are chains already. Takes one round for each few
 * chains that can be saved; a round takes time quadratic in the events at worst.
 */
final class Antichain {
    private final CausalGraph graph;
    private final int[][] lanes;

    /** For each event the one it is matched with as the earlier, and as the later; -1 for none. */
    private final int[] later;

    private final int[] earlier;

    /** The events that the running round has met as later ones. */
    private final boolean[] visited;

    private Antichain(CausalGraph graph) {
        this.graph = graph;
        this.lanes = IntStream.range(0, graph.nodes())
                .mapToObj(node -> graph.lane(node).toArray())
                .toArray(int[][]::new);
        this.later = new int[graph.size()];
        this.earlier = new int[graph.size()];
        this.visited = new boolean[graph.size()];
        Arrays.fill(later, -1);
        Arrays.fill(earlier, -1);
    }

    static int width(CausalGraph graph) {
        return new Antichain(graph).width();
    }

    private int width() {
        matchLanes();
        boolean grew = true;
        while (grew) {
            grew = false;
            Arrays.fill(visited, false);
            for (int event = 0; event < graph.size(); event++) {
                grew |= later[event] < 0 && augment(event);
            }
        }
        return Math.toIntExact(Arrays.stream(later).filter(event -> event < 0).count());
    }

    /** Each lane is a chain: a good first matching. */
    private void matchLanes() {
        for (int[] lane : lanes) {
            for (int i = 1; i < lane.length; i++) {
                later[lane[i - 1]] = lane[i];
                earlier[lane[i]] = lane[i - 1];
            }
        }
    }

    /** Searches a path of alternately free and matched pairs from an event without a later one, and turns it over. */
    private boolean augment(int start) {
        int[] path = new int[graph.size() + 1];
        int[] via = new int[graph.size() + 1];
        int length = 1;
        path[0] = start;
        while (length > 0) {
            int next = unvisitedAfter(path[length - 1]);
            if (next < 0) {
                length--;
                continue;
            }
            visited[next] = true;
            via[length - 1] = next;
            if (earlier[next] < 0) {
                turnOver(path, via, length);
                return true;
            }
            path[length++] = earlier[next];
        }
        return false;
    }

    private void turnOver(int[] path, int[] via, int length) {
        for (int i = 0; i < length; i++) {
            later[path[i]] = via[i];
            earlier[via[i]] = path[i];
        }
    }

    private int unvisitedAfter(int event) {
        for (int[] lane : lanes) {
            for (int i = lane.length - 1; i >= 0 && graph.happensBefore(event, lane[i]); i--) {
                if (!visited[lane[i]]) {
                    return lane[i];
                }
            }
        }
        return -1;
    }
}
