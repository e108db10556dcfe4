// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An output that remembers why it could not be written any more: those who print hear nothing of it. */
public final class StandardOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    public StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Whether all could be written. */
    public boolean isWhole() {
        return failure == null;
    }

    /** Whether nobody reads it any more, as behind {@code | head}: no mistake of anybody's. */
    public boolean isGone() {
        return reason().contains("Broken pipe");
    }

    /** Why it could not be written, in the system's words; empty if it could. */
    public String reason() {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }
}
