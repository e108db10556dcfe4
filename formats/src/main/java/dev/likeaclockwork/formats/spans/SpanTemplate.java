// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for attributes of a span, such as <code>{db.system.name|db.system}:{db.namespace|}</code>;
 * immutable.
 */
final class SpanTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    /** Texts and, between two of them, the names of attributes that may stand there. */
    private final List<String> texts;

    private final List<List<String>> places;

    private SpanTemplate(List<String> texts, List<List<String>> places) {
        this.texts = texts;
        this.places = places;
    }

    /**
     * Reads a template.
     *
     * @param key where it stands, for messages
     * @throws IllegalArgumentException if a brace is left open
     */
    static SpanTemplate parse(String key, String template) {
        List<String> texts = new ArrayList<>();
        List<List<String>> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            texts.add(template.substring(end, matcher.start()));
            places.add(List.of(matcher.group(1).split("\\|", -1)));
            end = matcher.end();
        }
        texts.add(template.substring(end));
        if (texts.stream().anyMatch(text -> text.contains("{") || text.contains("}"))) {
            throw new IllegalArgumentException(key + " has a brace without its other half: '" + template + "'");
        }
        return new SpanTemplate(texts, places);
    }

    /** The text with the attributes of a span; null if one is not there. */
    @Nullable
    String fill(Span span) {
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < places.size(); i++) {
            String value = value(places.get(i), span);
            if (value == null) {
                return null;
            }
            filled.append(value).append(texts.get(i + 1));
        }
        return filled.toString();
    }

    private static @Nullable String value(List<String> names, Span span) {
        for (String name : names) {
            String value = name.isEmpty() ? "" : span.attribute(name.strip());
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
