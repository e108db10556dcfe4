// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.MembersSlots;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of an encoded vector by a signature, which is computed from a few of its characters, and the codecs
 * of these members.
 *
 * <p>Codecs are made when members are encoded or decoded for the second time: those of a single request do not repay
 * them. Thread-safe; a lost entry costs time only, because codecs compare every id.
 */
public final class CodecCache {
    private static final MembersSlots BY_SIGNATURE = new MembersSlots();

    private CodecCache() {}

    /** Remembers the members of a vector that was decoded. */
    public static void remember(int signature, Members members) {
        BY_SIGNATURE.put(signature, members);
    }

    /** The members that an encoded vector of this signature probably has; null if none are known. */
    static @Nullable Members guess(int signature) {
        return BY_SIGNATURE.get(signature);
    }

    /** The codec of the text form, from the second use of the members on; null where there is none. */
    public static @Nullable KnownTextCodec text(Members members) {
        Codecs known = codecs(members);
        if (known != null && known.text == null && KnownTextCodec.suits(members)) {
            known.text = new KnownTextCodec(members);
        }
        return known == null ? null : known.text;
    }

    /** The codec of the binary form, from the second use of the members on; null where there is none. */
    public static @Nullable KnownPackCodec pack(Members members) {
        Codecs known = codecs(members);
        if (known != null && known.pack == null) {
            known.pack = new KnownPackCodec(members);
        }
        return known == null ? null : known.pack;
    }

    private static @Nullable Codecs codecs(Members members) {
        Object known = members.codecs();
        if (known == null) {
            members.codecs(Codecs.USED_ONCE);
            return null;
        }
        if (known == Codecs.USED_ONCE && members.size() > 0) {
            known = new Codecs();
            members.codecs(known);
        }
        return known == Codecs.USED_ONCE ? null : (Codecs) known;
    }

    /** The two codecs of one membership, each made when it is first needed. */
    private static final class Codecs {
        static final Codecs USED_ONCE = new Codecs();

        private @Nullable KnownTextCodec text;
        private @Nullable KnownPackCodec pack;
    }
}
