// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command prints: lines for people or JSON objects. All that comes from logs goes through here, and nothing of
 * it reaches a terminal that is not {@link Visible}.
 */
public final class Output implements AutoCloseable {
    /** After so many lines it is looked whether anybody still reads them. */
    private static final int LOOK_AFTER = 1 << 10;

    private static final String GAP = "  ";

    /** Columns for a text and its place, however narrow a terminal is. */
    private static final int LEAST = 16;

    private final PrintWriter out;
    private final boolean closes;
    private final Terminal terminal;
    private final boolean json;
    private final Progress progress;
    private int lines;

    private Output(PrintWriter out, boolean closes, Terminal terminal, boolean json, Progress progress) {
        this.out = out;
        this.closes = closes;
        this.terminal = terminal;
        this.json = json;
        this.progress = progress;
    }

    /**
     * Prints to a writer, which stays open.
     *
     * @param json whether objects are wanted and not lines
     * @param progress ends with the first line
     */
    public static Output to(PrintWriter out, Terminal terminal, boolean json, Progress progress) {
        return new Output(out, false, terminal, json, progress);
    }

    /** Prints to a pager, which is closed with this output. */
    public static Output to(Pager pager, Terminal terminal, boolean json, Progress progress) {
        return new Output(new PrintWriter(pager), true, terminal, json, progress);
    }

    /** Whether objects are wanted and not lines. */
    public boolean isJson() {
        return json;
    }

    /** Prints a line for people. */
    public void line(String text) {
        print(Style.render(Visible.of(text), terminal.colours()));
    }

    private void print(String line) {
        if (lines++ == 0) {
            progress.close();
        }
        if (lines % LOOK_AFTER == 0 && out.checkError()) {
            throw new OutputGone();
        }
        out.write(line);
        out.write('\n');
    }

    /**
     * Prints a line of three parts. On a terminal that is too narrow, the text is cut at its end, and the place, if the
     * text would have less than half of what is left, at its beginning.
     *
     * @param place where it stands in the logs
     */
    public void line(String left, String text, String place) {
        if (terminal.columns() == Integer.MAX_VALUE) {
            line(left + text + GAP + Style.faint(place));
            return;
        }
        int columns = Math.max(terminal.columns() - Visible.width(left) - GAP.length(), LEAST);
        int least = Math.min(Visible.width(text), columns / 2);
        String shortPlace = Visible.cutStart(place, columns - least);
        line(left + Visible.cut(text, columns - Visible.width(shortPlace)) + GAP + Style.faint(shortPlace));
    }

    /** Prints an object. */
    public void object(Map<String, ?> object) {
        print(Visible.ofJson(Json.MAPPER.writeValueAsString(object)));
    }

    /** What goes on, until something is printed. */
    public Progress progress() {
        return progress;
    }

    /** Takes data as it is, if nobody looks at it. */
    public Writer data() {
        progress.close();
        return terminal.output() ? new VisibleLines(out) : out;
    }

    /** Hands on what is still held back. */
    @Override
    public void close() {
        progress.close();
        if (closes) {
            out.close();
        } else {
            out.flush();
        }
    }

    /** Loaded only where JSON is wanted. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.shared();
    }
}
