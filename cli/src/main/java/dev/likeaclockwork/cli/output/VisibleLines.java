// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.IOException;
import java.io.Writer;

/** A writer that makes text {@link Visible}, except for line ends. Closing it does not close the underlying writer. */
public final class VisibleLines extends Writer {
    private final Writer out;

    public VisibleLines(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        String[] lines = new String(buffer, offset, length).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            out.write(Visible.of(lines[i]));
            if (i < lines.length - 1) {
                out.write('\n');
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
