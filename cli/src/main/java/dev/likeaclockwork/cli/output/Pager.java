// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A writer that starts a pager such as {@code less} as soon as the output exceeds the screen. Shorter output is printed
 * when the writer is closed.
 */
public final class Pager extends Writer {
    private final Writer screen;
    private final List<String> command;
    private final int lines;
    private final StringBuilder held = new StringBuilder();
    private int heldLines;
    private @Nullable Process process;
    private @Nullable Writer target;

    /**
     * @param screen receives output that needs no pager; is not closed
     * @param command the command line of the pager
     * @param lines the number of lines of the screen
     */
    public Pager(Writer screen, List<String> command, int lines) {
        this.screen = screen;
        this.command = command;
        this.lines = lines;
    }

    /** The command line of {@code $PAGER}, or of {@code less} with colours, which exits if everything fits. */
    public static List<String> command(Map<String, String> environment) {
        String pager = environment.getOrDefault("PAGER", "");
        return List.of("sh", "-c", pager.isBlank() ? "less -RFX" : "LESS=${LESS:--RFX} " + pager);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        if (target != null) {
            target.write(buffer, offset, length);
            return;
        }
        held.append(buffer, offset, length);
        for (int i = offset; i < offset + length; i++) {
            heldLines += buffer[i] == '\n' ? 1 : 0;
        }
        if (heldLines >= lines) {
            target = start();
            target.append(held);
            held.setLength(0);
        }
    }

    private Writer start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return screen;
        }
    }

    /** Flushes a started pager; output that is held back stays so, because a screen is shown as a whole. */
    @Override
    public void flush() throws IOException {
        if (target != null) {
            target.flush();
        }
    }

    /** Prints the output that is held back, or waits until the user leaves the pager. */
    @Override
    public void close() throws IOException {
        if (process == null || target == null) {
            screen.append(held).flush();
            return;
        }
        try {
            target.close();
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
