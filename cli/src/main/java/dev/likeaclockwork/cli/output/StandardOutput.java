// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that keeps its first write error, which {@link java.io.PrintWriter} would hide. */
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

    /** Whether all bytes were written. */
    public boolean isWhole() {
        return failure == null;
    }

    /** Whether the reader closed the pipe, as {@code | head} does; this is no error. */
    public boolean isGone() {
        return reason().contains("Broken pipe");
    }

    /** The first error message of the operating system; empty if there was none. */
    public String reason() {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }
}
