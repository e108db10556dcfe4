// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output of a command: lines of text or JSON objects. Everything that comes from logs passes through this class,
 * which escapes all characters that are not {@link Visible}. Not thread-safe.
 */
public final class Output implements AutoCloseable {
    /** The number of lines after which the output is checked for a closed pipe. */
    private static final int CHECK_INTERVAL = 1 << 10;

    private static final String GAP = "  ";

    /** The smallest number of columns for a text and its place, even on a narrower terminal. */
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
     * Creates an output to a writer, which stays open.
     *
     * @param json whether to print JSON objects instead of text
     * @param progress is closed before the first line is printed
     */
    public static Output to(PrintWriter out, Terminal terminal, boolean json, Progress progress) {
        return new Output(out, false, terminal, json, progress);
    }

    /** Creates an output to a pager, which is closed with this output. */
    public static Output to(Pager pager, Terminal terminal, boolean json, Progress progress) {
        return new Output(new PrintWriter(pager), true, terminal, json, progress);
    }

    /** Whether the output is JSON instead of text. */
    public boolean isJson() {
        return json;
    }

    /** Prints a line of text. */
    public void line(String text) {
        print(Style.render(Visible.of(text), terminal.colours()));
    }

    private void print(String line) {
        if (lines++ == 0) {
            progress.close();
        }
        if (lines % CHECK_INTERVAL == 0 && out.checkError()) {
            throw new OutputGone();
        }
        out.write(line);
        out.write('\n');
    }

    /**
     * Prints a line of three parts. On a terminal that is too narrow, the text is cut at its end; if the text would get
     * less than half of the remaining width, the place is cut at its beginning.
     *
     * @param place the file and line in the logs
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

    /** Prints a JSON object on one line. */
    public void object(Map<String, ?> object) {
        print(Visible.ofJson(Json.MAPPER.writeValueAsString(object)));
    }

    /** The progress line, which disappears when something is printed. */
    public Progress progress() {
        return progress;
    }

    /** A writer for data, which is escaped only on a terminal. */
    public Writer data() {
        progress.close();
        return terminal.output() ? new VisibleLines(out) : out;
    }

    /** Prints everything that is still buffered. */
    @Override
    public void close() {
        progress.close();
        if (closes) {
            out.close();
        } else {
            out.flush();
        }
    }

    /** Loads Jackson only for JSON output. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.shared();
    }
}
