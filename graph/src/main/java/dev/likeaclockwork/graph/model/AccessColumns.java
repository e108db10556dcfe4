// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import dev.likeaclockwork.graph.event.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event accessed, in columns. */
public final class AccessColumns {
    private static final byte NO_ACCESS = -1;
    private static final List<Access.Kind> KINDS = List.of(Access.Kind.values());

    private final Names texts;
    private ByteArrayList kind = new ByteArrayList();
    private IntArrayList resource = new IntArrayList();
    private IntArrayList base = new IntArrayList();
    private IntArrayList version = new IntArrayList();

    /** @param texts the names of resources and versions */
    AccessColumns(Names texts) {
        this.texts = texts;
    }

    void add(@Nullable Access access) {
        kind.add(access == null ? NO_ACCESS : (byte) KINDS.indexOf(access.kind()));
        resource.add(access == null ? Names.NONE : texts.add(access.resource()));
        base.add(access == null || access.base() == null ? Names.NONE : texts.add(access.base()));
        version.add(access == null || access.version() == null ? Names.NONE : texts.add(access.version()));
    }

    void permute(int[] order) {
        kind = Columns.permute(kind, order);
        resource = Columns.permute(resource, order);
        base = Columns.permute(base, order);
        version = Columns.permute(version, order);
    }

    public boolean isThere(int event) {
        return kind.get(event) != NO_ACCESS;
    }

    public Access.Kind kind(int event) {
        return KINDS.get(kind.get(event));
    }

    public int resource(int event) {
        return resource.get(event);
    }

    /** The version that it wrote over, or {@link Names#NONE}. */
    public int base(int event) {
        return base.get(event);
    }

    /** The version that it saw or made, or {@link Names#NONE}. */
    public int version(int event) {
        return version.get(event);
    }

    /** The access as it was added. */
    @Nullable
    public Access access(int event) {
        return isThere(event)
                ? new Access(texts.text(resource(event)), kind(event), text(base(event)), text(version(event)))
                : null;
    }

    private @Nullable String text(int number) {
        return number == Names.NONE ? null : texts.text(number);
    }
}
