// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.options;

import dev.likeaclockwork.formats.spans.SpanRules;
import java.util.Objects;
import java.util.Optional;

/**
 * How logs are read where they do not say it themselves.
 *
 * @param format the name of the format of all inputs, one of {@link dev.likeaclockwork.formats.LogReader#formats}; if
 *     absent, each input is recognised by itself
 * @param parser a JavaScript regular expression with the named groups {@code host}, {@code clock} and {@code event},
 *     for vector-clock logs of another form than those of ShiViz and GoVector; used for every input that is not
 *     recognised as something else beyond doubt
 * @param delimiter a JavaScript regular expression for what stands between two executions; its group {@code trace}, if
 *     it has one, names the execution that follows
 * @param nodeField the top-level member of JSON lines that names the node where {@code _causality} does not
 * @param keepFields whether events have {@code fields}; without them, reading is faster and takes less memory
 * @param spanRules what spans access and when they wait for each other
 */
public record ReadOptions(
        Optional<String> format,
        Optional<String> parser,
        Optional<String> delimiter,
        Optional<String> nodeField,
        boolean keepFields,
        SpanRules spanRules) {
    private static final ReadOptions STANDARD = new ReadOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, SpanRules.standard());

    /** Requires all to be there. */
    public ReadOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(parser, "parser");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(nodeField, "nodeField");
        Objects.requireNonNull(spanRules, "spanRules");
    }

    /** Every input is recognised by itself, and fields are kept. */
    public static ReadOptions standard() {
        return STANDARD;
    }

    /** These options with a format that all inputs have. */
    public ReadOptions withFormat(String name) {
        return new ReadOptions(Optional.of(name), parser, delimiter, nodeField, keepFields, spanRules);
    }

    /** These options with an expression for vector-clock logs. */
    public ReadOptions withParser(String regex) {
        return new ReadOptions(format, Optional.of(regex), delimiter, nodeField, keepFields, spanRules);
    }

    /** These options with an expression that separates executions. */
    public ReadOptions withDelimiter(String regex) {
        return new ReadOptions(format, parser, Optional.of(regex), nodeField, keepFields, spanRules);
    }

    /** These options with a member of JSON lines that names the node. */
    public ReadOptions withNodeField(String name) {
        return new ReadOptions(format, parser, delimiter, Optional.of(name), keepFields, spanRules);
    }

    /** These options without fields. */
    public ReadOptions withoutFields() {
        return new ReadOptions(format, parser, delimiter, nodeField, false, spanRules);
    }

    /** These options with other rules for spans. */
    public ReadOptions withSpanRules(SpanRules rules) {
        return new ReadOptions(format, parser, delimiter, nodeField, keepFields, rules);
    }
}
