// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Lanes;
import java.util.Arrays;
import java.util.BitSet;

/**
 * For each event the last event that it knows of each chain.
 *
 * <p>A chain is one lane, or several of which each starts after the last event of the one before (chain clocks, Agarwal
 * and Garg 2005). A vector by chains has as many entries as there is real concurrency, and not one for each request
 * that ever was. But requests that read each other's rows come to know so many others that no vector can hold them:
 * where a row would grow beyond what the event's own vector has and beyond {@value #ENTRIES} entries, it keeps the
 * latest and is {@linkplain ChainRows#isPartial partial}.
 */
public final class ChainClocks {
    // Events are taken in their order, causes first, and each joins what its causes know. A cause that another one
    // knows of
    // is dropped: what remains is the transitive reduction, as far as rows are not partial. Events that only follow on
    // their
    // lane share a row, which has no entry for their own chain. Numbers of events grow along a chain, so that the last
    // known
    // one tells of all before it.

    private static final int ENTRIES = 12;
    private static final int NONE = -1;

    private final EventTable table;
    private final Lanes lanes;
    private final IntRows candidates;
    private final IntIntHashMap cycles;
    private final ChainRows rows = new ChainRows();

    /** For each lane its chain, and how many of its events there are so far. */
    private final int[] chain;

    private final int[] length;

    /** For each event its row, and its place on its lane. */
    private final int[] row;

    private final int[] place;

    /** For each chain its last event so far. */
    private final IntArrayList last = new IntArrayList();

    /** The chains whose last lane has events to come. */
    private final BitSet open = new BitSet();

    private final JoinedRow joined = new JoinedRow();
    private final IntArrayList causes = new IntArrayList();
    private final int[] causeStarts;
    private boolean partial;

    /**
     * @param candidates for each event direct causes, as {@link CauseRows} has them
     * @param cycles the events that are on a cycle; causes on the same one are not used
     */
    public ChainClocks(EventTable table, Lanes lanes, IntRows candidates, IntIntHashMap cycles) {
        this.table = table;
        this.lanes = lanes;
        this.candidates = candidates;
        this.cycles = cycles;
        this.chain = new int[lanes.size()];
        this.length = new int[lanes.size()];
        this.row = new int[table.size()];
        this.place = new int[table.size()];
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
        int previous = length[lane] == 0 ? NONE : lanes.event(lane, length[lane] - 1);
        boolean news = join(event, previous);
        if (previous == NONE) {
            chain[lane] = chainToFollow();
        }
        row[event] = news ? addRow(event) : previous == NONE ? ChainRows.EMPTY : row[previous];
        place[event] = length[lane]++;
        last.set(chain[lane], event);
        open.set(chain[lane], length[lane] < lanes.length(lane));
    }

    /** Joins what all causes know; whether that is more than the previous event on the lane knows. */
    private boolean join(int event, int previous) {
        joined.clear();
        partial = previous != NONE && rows.isPartial(row[previous]);
        int[] others = otherCauses(event, previous);
        if (others.length > 0 && previous != NONE) {
            joined.join(rows, row[previous]);
            joined.raise(chain(previous), previous);
        }
        int known = causes.size();
        for (int i = others.length - 1; i >= 0; i--) {
            int cause = others[i];
            if (joined.get(chain(cause)) < cause) {
                joined.join(rows, row[cause]);
                joined.raise(chain(cause), cause);
                partial |= rows.isPartial(row[cause]);
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
            if (!open.get(known) && joined.event(entry) == last.get(known)) {
                return known;
            }
        }
        last.add(NONE);
        return last.size() - 1;
    }

    private int addRow(int event) {
        joined.remove(chain(event));
        int most = Math.max(ENTRIES, table.vectors.size(table.vector(event)));
        if (joined.size() > most) {
            joined.keepLatest(most);
            partial = true;
        }
        return rows.add(joined, event, partial);
    }

    /** For each event its causes on other lanes, without those that another cause is known to know of. */
    public IntRows causes() {
        return new IntRows(causeStarts, causes.toArray());
    }

    ChainRows rows() {
        return rows;
    }

    int row(int event) {
        return row[event];
    }

    /** The number of chains. */
    int size() {
        return last.size();
    }

    public int chain(int event) {
        return chain[table.node(event)];
    }

    /** The place of an event on its lane. */
    public int placeOnLane(int event) {
        return place[event];
    }

    /** The event before one on its lane, or -1. */
    public int previous(int event) {
        return place[event] == 0 ? NONE : lanes.event(table.node(event), place[event] - 1);
    }

    /** Whether the row of {@code f}, or its chain, tells that it knows {@code e}. */
    boolean tells(int f, int e) {
        int chain = chain(e);
        return chain(f) == chain ? e <= f : rows.get(row[f], chain) >= e;
    }

    public boolean isPartial(int event) {
        return rows.isPartial(row[event]);
    }
}
