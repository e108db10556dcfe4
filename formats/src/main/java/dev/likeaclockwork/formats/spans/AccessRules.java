// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.graph.event.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules by which the attributes of a span tell what it accesses; immutable. */
final class AccessRules {
    private static final Set<String> PARTS = Set.of("resource", "operation", "base", "version");
    private static final Set<String> OTHERS = Set.of("synchronous", "siblings");

    private final List<Rule> rules;
    private final Map<String, Access.Kind> kinds;

    private record Rule(
            SpanTemplate resource,
            SpanTemplate operation,
            @Nullable SpanTemplate base,
            @Nullable SpanTemplate version) {}

    private AccessRules(List<Rule> rules, Map<String, Access.Kind> kinds) {
        this.rules = rules;
        this.kinds = kinds;
    }

    /**
     * The rules among properties.
     *
     * @throws IllegalArgumentException if one is not complete or not known
     */
    static AccessRules of(Properties properties) {
        Map<String, Access.Kind> kinds = new HashMap<>();
        Set<String> names = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot > 0 && PARTS.contains(key.substring(dot + 1))) {
                names.add(key.substring(0, dot));
            } else if (!OTHERS.contains(key)) {
                Access.Kind kind = kind(key);
                words(properties.getProperty(key)).forEach(word -> kinds.put(word, kind));
            }
        }
        List<Rule> rules = new ArrayList<>();
        names.forEach(name -> rules.add(rule(name, properties)));
        return new AccessRules(rules, kinds);
    }

    private static Access.Kind kind(String key) {
        for (Access.Kind kind : Access.Kind.values()) {
            if (key.equals(kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no rule '" + key + "' for spans");
    }

    private static Rule rule(String name, Properties properties) {
        SpanTemplate resource = template(name + ".resource", properties);
        SpanTemplate operation = template(name + ".operation", properties);
        if (resource == null || operation == null) {
            throw new IllegalArgumentException(
                    "the rule '" + name + "' needs both " + name + ".resource and " + name + ".operation");
        }
        return new Rule(
                resource, operation, template(name + ".base", properties), template(name + ".version", properties));
    }

    private static @Nullable SpanTemplate template(String key, Properties properties) {
        String text = properties.getProperty(key);
        return text == null ? null : SpanTemplate.parse(key, text);
    }

    /** The words of a list in capitals. */
    static List<String> words(String list) {
        return list.isBlank()
                ? List.of()
                : List.of(list.strip().toUpperCase(Locale.ROOT).split("[\\s,]+"));
    }

    /** What a span accesses; null if nothing. */
    @Nullable
    Access of(Span span) {
        for (Rule rule : rules) {
            String resource = rule.resource.fill(span);
            Access.Kind kind = resource == null ? null : kind(rule.operation.fill(span), kinds);
            if (resource != null && kind != null) {
                return new Access(resource, kind, fill(rule.base, span), fill(rule.version, span));
            }
        }
        return null;
    }

    private static Access.@Nullable Kind kind(@Nullable String operation, Map<String, Access.Kind> kinds) {
        List<String> words = operation == null ? List.of() : words(operation);
        return words.isEmpty() ? null : kinds.get(words.get(0));
    }

    private static @Nullable String fill(@Nullable SpanTemplate template, Span span) {
        return template == null ? null : template.fill(span);
    }
}
