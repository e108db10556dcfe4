// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.vectorlog;

import dev.likeaclockwork.formats.input.Delimiter;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.TextWindow;
import dev.likeaclockwork.formats.text.JsRegex;
import dev.likeaclockwork.formats.text.RegexBudget;

/** One pass over a vector-clock log: events by one expression, executions by another, and what lies between them. */
final class VectorLogScan {
    /** How often the expressions may take too long before the rest is left unread. */
    private static final int ATTEMPTS = 3;

    private final JsRegex parser;
    private final Delimiter delimiter;
    private final VectorLogEvent event;
    private final TextWindow window;
    private final InputCollector findings;
    private int place;
    private int exhausted;

    VectorLogScan(
            JsRegex parser, Delimiter delimiter, VectorLogEvent event, TextWindow window, InputCollector findings) {
        this.parser = parser;
        this.delimiter = delimiter;
        this.event = event;
        this.window = window;
        this.findings = findings;
    }

    /** Reads to the end of the input, from a place in the window's text. */
    void run(int from) {
        place = from;
        while (true) {
            scanPatiently();
            if (exhausted == ATTEMPTS) {
                findings.unreadableInput(
                        "the expression takes too long; what follows line " + window.line(place) + " was not read");
                return;
            }
            if (window.isComplete()) {
                skipTo(window.text().length());
                return;
            }
            makeRoom();
            window.slide(place);
            place = 0;
        }
    }

    private void scanPatiently() {
        try {
            scanWindow();
        } catch (RegexBudget.Exhausted e) {
            exhausted++;
            findings.unreadable(window.line(place), e.reason());
            int lineEnd = window.text().indexOf('\n', place);
            place = lineEnd < 0 ? window.text().length() : lineEnd + 1;
            if (exhausted < ATTEMPTS) {
                scanPatiently();
            }
        }
    }

    /** No event is as long as a full window: what stands in its first half belongs to none. */
    private void makeRoom() {
        if (place == 0 && window.isFull()) {
            int lineEnd = window.text().lastIndexOf('\n', window.text().length() / 2);
            skipTo(lineEnd < 0 ? window.text().length() : lineEnd + 1);
        }
    }

    private void scanWindow() {
        JsRegex.Search between =
                delimiter.search(window.text(), place, window.text().length());
        while (between.find() && isSettled(between)) {
            scanPart(between.start(), true);
            skipTo(between.start());
            findings.nextExecution(Delimiter.nameIn(between));
            place = between.end();
        }
        scanPart(window.text().length(), window.isComplete());
    }

    private boolean isSettled(JsRegex.Search found) {
        return window.isComplete() || !found.isOpen();
    }

    private void scanPart(int to, boolean isWhole) {
        JsRegex.Search events = parser.search(window.text(), place, to);
        while (events.find() && (isWhole || !events.isOpen())) {
            skipTo(events.start());
            event.read(events, window.line(events.start("host")), findings);
            place = events.end();
        }
    }

    /** Text between events is nobody's fault, unless it looks like an event that was cut. */
    private void skipTo(int to) {
        String text = window.text();
        for (int clock = text.indexOf("{\"", place); clock >= 0 && clock < to; clock = text.indexOf("{\"", clock)) {
            findings.unreadable(window.line(clock), "no event could be read here");
            int lineEnd = text.indexOf('\n', clock);
            if (lineEnd < 0) {
                break;
            }
            clock = lineEnd;
        }
        place = Math.max(place, to);
    }
}
