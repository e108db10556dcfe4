// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import dev.likeaclockwork.graph.event.Access;
import org.jspecify.annotations.Nullable;

/** Reads the parts by which logs of ours tell an access. */
public final class AccessText {
    private AccessText() {}

    /**
     * The access; null if none is told.
     *
     * @throws MalformedLineException if only a part of it is
     */
    public static @Nullable Access of(
            @Nullable String resource, @Nullable String access, @Nullable String base, @Nullable String version)
            throws MalformedLineException {
        if (resource == null && access == null) {
            return null;
        }
        if (resource == null || access == null) {
            throw new MalformedLineException("an access needs both a \"resource\" and an \"access\"");
        }
        return new Access(resource, kind(access), base, version);
    }

    private static Access.Kind kind(String access) throws MalformedLineException {
        return switch (access) {
            case "read" -> Access.Kind.READ;
            case "write" -> Access.Kind.WRITE;
            case "acquire" -> Access.Kind.ACQUIRE;
            case "release" -> Access.Kind.RELEASE;
            default ->
                throw new MalformedLineException(
                        "the access is \"" + access + "\", and not \"read\", \"write\", \"acquire\" or \"release\"");
        };
    }
}
