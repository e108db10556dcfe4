// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture of coloured terminal output, in SVG. Each run of one colour is a text with a fixed length, so that columns
 * stay aligned whatever monospaced font the reader has.
 */
final class TerminalPicture {
    /** In pixels, of a font of 14 pixels. */
    private static final double COLUMN = 8.43;

    private static final int LINE = 19;
    private static final int MARGIN = 20;

    private static final Pattern RUN = Pattern.compile("(?:\u001b\\[([0-9;]+)m)?([^\u001b]*)");
    private static final Map<String, String> STYLES = Map.of(
            "36", "fill=\"#39c5cf\"",
            "33", "fill=\"#e0b341\"",
            "35", "fill=\"#d2a8ff\"",
            "1;31", "fill=\"#ff7b72\" font-weight=\"bold\"",
            "1", "font-weight=\"bold\"",
            "2", "fill=\"#8b949e\"",
            "1;32", "fill=\"#7ee787\" font-weight=\"bold\"");

    private TerminalPicture() {}

    /** The picture of these lines, which may have escape sequences of colours. */
    static String of(String description, List<String> lines) {
        int columns = lines.stream()
                .mapToInt(line -> line.replaceAll("\u001b\\[[0-9;]+m", "").length())
                .max()
                .orElse(0);
        int width = (int) Math.ceil(2 * MARGIN + columns * COLUMN);
        int height = 2 * MARGIN + LINE * lines.size();
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" "
                        + "role=\"img\" aria-label=\"%3$s\">%n<rect width=\"%1$d\" height=\"%2$d\" rx=\"8\" "
                        + "fill=\"#0d1117\"/>%n<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, "
                        + "'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"#c9d1d9\" "
                        + "xml:space=\"preserve\">%n",
                width,
                height,
                description));
        for (int i = 0; i < lines.size(); i++) {
            append(svg, lines.get(i), MARGIN + 12 + i * LINE);
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void append(StringBuilder svg, String line, int y) {
        int column = 0;
        Matcher runs = RUN.matcher(line);
        while (runs.find()) {
            String text = runs.group(2);
            if (!text.isBlank()) {
                svg.append(run(
                        text,
                        MARGIN + column * COLUMN,
                        y,
                        runs.group(1) == null ? "" : STYLES.getOrDefault(runs.group(1), "")));
            }
            column += text.length();
        }
    }

    private static String run(String text, double x, int y, String style) {
        int indent = text.length() - text.stripLeading().length();
        String visible = text.strip();
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>%n",
                x + indent * COLUMN,
                y,
                visible.length() * COLUMN,
                style.isEmpty() ? "" : " " + style,
                visible.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
