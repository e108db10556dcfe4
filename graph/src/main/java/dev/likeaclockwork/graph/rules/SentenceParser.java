// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a rule; a new form of rule is a line here. Stateless. */
final class SentenceParser {
    private static final String EXPECTED =
            "always \"A\" before \"B\"; never \"A\" before \"B\"; never \"A\" concurrent with "
                    + "\"B\"; every \"A\" is received; every \"A\" leads to \"B\"; "
                    + "no concurrent writes of R; no races on R; "
                    + "\"A\" may be followed by at \"NODE\"";

    private static final String QUOTED = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
    private static final String EVENT = QUOTED + "(?: at " + QUOTED + ")?";
    private static final String RESOURCE = "(?:" + QUOTED + "|(\\S+))";
    private static final Map<Pattern, Function<Matcher, Sentence>> ALL = new LinkedHashMap<>();

    static {
        put("always " + EVENT + " before " + EVENT, m -> new AlwaysBefore(event(m, 1), event(m, 3)));
        put("never " + EVENT + " before " + EVENT, m -> new NeverBefore(event(m, 1), event(m, 3)));
        put("never " + EVENT + " concurrent with " + EVENT, m -> new NeverConcurrent(event(m, 1), event(m, 3)));
        put("every " + EVENT + " is received", m -> new EveryReceived(event(m, 1)));
        put("every " + EVENT + " leads to " + EVENT, m -> new EveryLeadsTo(event(m, 1), event(m, 3)));
        put("no concurrent writes of " + RESOURCE, m -> new NoRaces(resource(m), true));
        put("no races on " + RESOURCE, m -> new NoRaces(resource(m), false));
    }

    private SentenceParser() {}

    /**
     * The sentence of a text without comment.
     *
     * @throws IllegalArgumentException if there is none, saying what is expected
     */
    static Sentence parse(String text) {
        for (Map.Entry<Pattern, Function<Matcher, Sentence>> form : ALL.entrySet()) {
            Matcher matcher = form.getKey().matcher(text);
            if (matcher.matches()) {
                return form.getValue().apply(matcher);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no rule; rules are: " + EXPECTED);
    }

    /** Blanks may be any. */
    private static void put(String form, Function<Matcher, Sentence> sentence) {
        ALL.put(Pattern.compile(form.replace(" ", "\\s+")), sentence);
    }

    private static EventPattern event(Matcher matcher, int group) {
        String node = matcher.group(group + 1);
        return new EventPattern(new Glob(matcher.group(group)), node == null ? null : new Glob(node));
    }

    private static Glob resource(Matcher matcher) {
        return new Glob(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
