// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

/**
 * A part of an input as text, for expressions that match over several lines: it begins at what was not used yet, ends
 * at the end of a line, and grows up to a limit.
 */
public final class TextWindow {
    /** Characters; a window is at most one line longer. */
    static final int LONGEST = 4 << 20;

    private static final int SHORTEST = 64 << 10;

    private final Lines lines;
    private final InputCollector findings;
    private String text = "";
    private int firstLine;
    private int counted;
    private int lineOfCounted;
    private boolean complete;

    public TextWindow(Input input, InputCollector findings) {
        this.lines = new Lines(input);
        this.findings = findings;
        this.firstLine = input.linesBefore() + 1;
        this.lineOfCounted = firstLine;
    }

    public String text() {
        return text;
    }

    /** Whether the input ends with this window. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether this window may not grow. */
    public boolean isFull() {
        return text.length() >= LONGEST;
    }

    /** The number of the line at a place; places must come in order within a window. */
    public int line(int place) {
        for (; counted < place; counted++) {
            lineOfCounted += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return lineOfCounted;
    }

    /** Forgets what stands before a place, and reads on: the window gets at least twice as long, if it can. */
    public void slide(int place) {
        firstLine = line(place);
        counted = 0;
        lineOfCounted = firstLine;
        StringBuilder longer = new StringBuilder(text.substring(place));
        int enough = Math.min(Math.max(2 * longer.length(), SHORTEST), LONGEST);
        while (!complete && longer.length() < enough) {
            complete = !lines.next();
            append(longer);
        }
        text = longer.toString();
    }

    private void append(StringBuilder longer) {
        if (complete) {
            return;
        }
        if (lines.isTooLong()) {
            findings.unreadable(lines.number(), Lines.TOO_LONG);
        }
        longer.append(lines.text()).append('\n');
    }
}
