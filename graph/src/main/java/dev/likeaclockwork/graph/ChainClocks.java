// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;
import java.util.BitSet;

/**
 * For each event how far it knows each chain: its whole past, in a few numbers.
 *
 * <p>A chain is one lane, or several of which each starts after the last event of the one before (chain clocks,
 * Agarwal and Garg 2005). A vector by chains has as many entries as there is real concurrency, and not one for each request
 * that ever was.
 */
final class ChainClocks {
    // Events are taken in their order, causes first, and each joins what its causes know. A cause that another one
    // knows of
    // is dropped: what remains is the transitive reduction. Events that only follow on their lane share a row, which
    // has no
    // entry for their own chain.

    private static final int NONE = -1;

    private final EventTable table;
    private final Lanes lanes;
    private final IntRows candidates;
    private final IntIntHashMap cycles;
    private final ChainRows rows = new ChainRows();

    /** For each lane its chain, and where on the chain it starts. */
    private final int[] chain;

    private final int[] offset;

    /** For each event its place on its chain, and its row. */
    private final int[] place;

    private final int[] row;

    /** For each chain its length so far, and whether its last lane has events to come. */
    private final IntArrayList lengths = new IntArrayList();

    private final BitSet open = new BitSet();

    private final JoinedRow joined = new JoinedRow();
    private final IntArrayList causes = new IntArrayList();
    private final int[] causeStarts;

    /**
     * @param candidates for each event direct causes, as {@link CauseRows} has them
     * @param cycles the events that are on a cycle; causes on the same one are not used
     */
    ChainClocks(EventTable table, Lanes lanes, IntRows candidates, IntIntHashMap cycles) {
        this.table = table;
        this.lanes = lanes;
        this.candidates = candidates;
        this.cycles = cycles;
        this.chain = new int[lanes.size()];
        this.offset = new int[lanes.size()];
        this.place = new int[table.size()];
        this.row = new int[table.size()];
        this.causeStarts = new int[table.size() + 1];
        Arrays.fill(chain, NONE);
        for (int event = 0; event < table.size(); event++) {
            add(event);
            causeStarts[event + 1] = causes.size();
        }
        rows.trim();
    }

    private void add(int event) {
        int lane = table.node(event);
        int previous = chain[lane] == NONE ? NONE : lanes.event(lane, lengths.get(chain[lane]) - offset[lane] - 1);
        boolean news = join(event, previous);
        if (previous == NONE) {
            chain[lane] = chainToFollow();
            offset[lane] = lengths.get(chain[lane]);
        }
        joined.remove(chain[lane]);
        row[event] = news ? rows.add(joined) : previous == NONE ? ChainRows.EMPTY : row[previous];
        place[event] = lengths.get(chain[lane]);
        lengths.set(chain[lane], place[event] + 1);
        open.set(chain[lane], place[event] - offset[lane] < lanes.length(lane) - 1);
    }

    /** Joins what all causes know; whether that is more than the previous event on the lane knows. */
    private boolean join(int event, int previous) {
        joined.clear();
        int[] others = otherCauses(event, previous);
        if (others.length > 0 && previous != NONE) {
            joined.join(rows, row[previous]);
            joined.raise(chain[table.node(event)], place[previous]);
        }
        int known = causes.size();
        for (int i = others.length - 1; i >= 0; i--) {
            int cause = others[i];
            if (joined.get(chain(cause)) < place[cause]) {
                joined.join(rows, row[cause]);
                joined.raise(chain(cause), place[cause]);
                causes.add(cause);
            }
        }
        return causes.size() > known;
    }

    /** The causes on other lanes in their order: an event can only be known by a later one. */
    private int[] otherCauses(int event, int previous) {
        int[] others = new int[candidates.end(event) - candidates.start(event)];
        int count = 0;
        int cycle = cycles.getOrDefault(event, NONE);
        for (int i = candidates.start(event); i < candidates.end(event); i++) {
            int cause = candidates.value(i);
            if (cause != previous && (cycle == NONE || cycles.getOrDefault(cause, NONE) != cycle)) {
                others[count++] = cause;
            }
        }
        others = count == others.length ? others : Arrays.copyOf(others, count);
        Arrays.sort(others);
        return others;
    }

    /** A chain whose last event is known and has no successor on its lane, or a new one. */
    private int chainToFollow() {
        for (int entry = 0; entry < joined.size(); entry++) {
            int known = joined.chain(entry);
            if (!open.get(known) && joined.place(entry) == lengths.get(known) - 1) {
                return known;
            }
        }
        lengths.add(0);
        return lengths.size() - 1;
    }

    /** For each event its causes on other lanes, without those that another cause knows of. */
    IntRows causes() {
        return new IntRows(causeStarts, causes.toArray());
    }

    /** The number of chains. */
    int size() {
        return lengths.size();
    }

    /** The number of events on a chain. */
    int length(int chain) {
        return lengths.get(chain);
    }

    int chain(int event) {
        return chain[table.node(event)];
    }

    /** The place of an event on its chain. */
    int place(int event) {
        return place[event];
    }

    /** The place of an event on its lane. */
    int placeOnLane(int event) {
        return place[event] - offset[table.node(event)];
    }

    /** The last place of a chain that an event knows, itself included, or {@link ChainRows#UNKNOWN}. */
    int known(int event, int chain) {
        return chain(event) == chain ? place[event] : rows.get(row[event], chain);
    }

    /** Calls {@code action} with each chain that an event knows, and the last place it knows of it, itself included. */
    void forEachKnown(int event, ChainAction action) {
        action.accept(chain(event), place[event]);
        for (int entry = rows.start(row[event]); entry < rows.end(row[event]); entry++) {
            action.accept(rows.chain(entry), rows.place(entry));
        }
    }

    /** Takes a chain and a place on it. */
    interface ChainAction {
        void accept(int chain, int place);
    }
}
