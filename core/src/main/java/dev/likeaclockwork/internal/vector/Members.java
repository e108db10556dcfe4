// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sorted, distinct node ids of a vector timestamp, shared by all timestamps of the same nodes.
 *
 * <p>Two timestamps with one membership object compare entry by entry without looking at an id; {@link MembersCache}
 * sees to it that equal memberships usually are one object.
 */
public final class Members {
    /** Ids that are compared as objects before they are compared as texts. */
    private static final int FEW = 16;

    private final String[] ids;

    /**
     * What the fast codecs keep beside these members; null until they first meet them. Written without synchronization:
     * a lost write costs time only.
     */
    private @Nullable Object codecs;

    /** For {@link MembersCache} only, so that equal memberships usually are one object. */
    public Members(String[] sortedDistinctIds) {
        this.ids = sortedDistinctIds;
    }

    public static Members of(String id) {
        return MembersCache.intern(new String[] {id});
    }

    public static Members of(Collection<String> ids) {
        return MembersCache.intern(new TreeSet<>(ids).toArray(String[]::new));
    }

    /** What {@link #codecs(Object)} stored last; null if nothing was. */
    public @Nullable Object codecs() {
        return codecs;
    }

    /** Stores codecs that belong to these members. */
    public void codecs(Object codecs) {
        this.codecs = codecs;
    }

    /** Whether both consist of the same ids, usually because they are one object. */
    boolean hasSameIds(Members other) {
        return this == other || (ids.length == other.ids.length && Arrays.equals(ids, other.ids));
    }

    public int size() {
        return ids.length;
    }

    public String id(int index) {
        return ids[index];
    }

    /** The place of a node, or a negative number, as {@link Arrays#binarySearch(Object[], Object)} has it. */
    @SuppressWarnings("ReferenceEquality") // equal ids are often one object
    public int indexOf(String node) {
        for (int i = 0; i < ids.length && i < FEW; i++) {
            if (ids[i] == node) {
                return i;
            }
        }
        return Arrays.binarySearch(ids, node);
    }

    public boolean consistsOf(String[] sortedDistinctIds) {
        return Arrays.equals(ids, sortedDistinctIds);
    }

    /** The smallest membership that contains both; one of the two where it suffices. */
    public Members union(Members other) {
        if (this == other) {
            return this;
        }
        if (ids.length == 1 && other.ids.length > 1) {
            return other.with(ids[0]);
        }
        int size = ids.length + other.ids.length - common(ids, other.ids);
        if (size == ids.length) {
            return this;
        }
        return size == other.ids.length ? other : MembersCache.intern(merge(ids, other.ids, size));
    }

    /** This one and a node more; this very object where it has the node already. */
    public Members with(String id) {
        int place = -1 - indexOf(id);
        if (place < 0) {
            return this;
        }
        String[] more = Arrays.copyOf(ids, ids.length + 1);
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        more[place] = id;
        return MembersCache.intern(more);
    }

    /** Counters of this membership in the order of one that contains it, in a new array; absent nodes count 0. */
    public long[] align(long[] counters, Members superset) {
        if (superset == this) {
            return counters.clone();
        }
        long[] aligned = new long[superset.size()];
        if (superset.size() == ids.length + 1) {
            int added = Arrays.mismatch(ids, superset.ids);
            System.arraycopy(counters, 0, aligned, 0, added);
            System.arraycopy(counters, added, aligned, added + 1, ids.length - added);
        } else {
            raise(aligned, superset, counters);
        }
        return aligned;
    }

    /** Whether counters, but for that of one node, are at most those of a membership that contains this one. */
    public boolean areWithin(long[] counters, int except, Members superset, long[] bounds) {
        int to = 0;
        for (int from = 0; from < ids.length; from++, to++) {
            while (!superset.ids[to].equals(ids[from])) {
                to++;
            }
            if (from != except && counters[from] > bounds[to]) {
                return false;
            }
        }
        return true;
    }

    /** Raises counters in the order of a membership that contains this one to what counters of this one say. */
    public void raise(long[] raised, Members superset, long[] counters) {
        if (superset == this) {
            Counters.raise(raised, counters);
            return;
        }
        int to = 0;
        for (int from = 0; from < ids.length; from++, to++) {
            while (!superset.ids[to].equals(ids[from])) {
                to++;
            }
            raised[to] = Math.max(raised[to], counters[from]);
        }
    }

    private static int common(String[] a, String[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int order = compare(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static String[] merge(String[] a, String[] b, int size) {
        String[] merged = new String[size];
        int i = 0;
        int j = 0;
        for (int to = 0; to < size; to++) {
            int order = i == a.length ? 1 : j == b.length ? -1 : compare(a[i], b[j]);
            merged[to] = order <= 0 ? a[i] : b[j];
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return merged;
    }

    /** Equal ids are often one object. */
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String a, String b) {
        return a == b ? 0 : a.compareTo(b);
    }
}
