// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import dev.likeaclockwork.graph.model.IntRows;
import java.util.BitSet;

/** Which events can be reached from which: by one look-up where rows tell all, by a search through causes elsewhere. */
public final class Reachability {
    private final ChainClocks clocks;
    private final IntRows causes;

    public Reachability(ChainClocks clocks, IntRows causes) {
        this.clocks = clocks;
        this.causes = causes;
    }

    /** Whether {@code e} leads to {@code f}, or is it. */
    boolean reaches(int e, int f) {
        if (clocks.tells(f, e)) {
            return true;
        }
        return e < f && clocks.isPartial(f) && search(e, f);
    }

    /** From effects to causes, by origins of rows: what follows one on its lane knows nothing else from other lanes. */
    private boolean search(int e, int f) {
        IntHashSet seen = new IntHashSet();
        IntArrayList open = IntArrayList.from(f);
        while (!open.isEmpty()) {
            int origin = clocks.rows().origin(clocks.row(open.removeLast()));
            int previous = clocks.previous(origin);
            if (previous >= 0 && visit(e, previous, seen, open)) {
                return true;
            }
            for (int i = causes.start(origin); i < causes.end(origin); i++) {
                if (visit(e, causes.value(i), seen, open)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean visit(int e, int event, IntHashSet seen, IntArrayList open) {
        if (clocks.tells(event, e)) {
            return true;
        }
        if (event > e && clocks.isPartial(event) && seen.add(clocks.row(event))) {
            open.add(event);
        }
        return false;
    }

    /** All events that lead to one, itself included. Takes O(n). */
    BitSet past(int event) {
        BitSet past = new BitSet(event + 1);
        past.set(event);
        for (int next = event; next >= 0; next = past.previousSetBit(next - 1)) {
            if (clocks.previous(next) >= 0) {
                past.set(clocks.previous(next));
            }
            for (int i = causes.start(next); i < causes.end(next); i++) {
                past.set(causes.value(i));
            }
        }
        return past;
    }

    /** All events that one leads to, itself included. Takes O(n). */
    BitSet future(int event, int size) {
        BitSet future = new BitSet(size);
        future.set(event);
        for (int next = event + 1; next < size; next++) {
            boolean follows = clocks.previous(next) >= 0 && future.get(clocks.previous(next));
            for (int i = causes.start(next); i < causes.end(next) && !follows; i++) {
                follows = future.get(causes.value(i));
            }
            future.set(next, follows);
        }
        return future;
    }
}
