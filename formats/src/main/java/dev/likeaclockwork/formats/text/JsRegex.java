// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression as JavaScript writes them, with its flags {@code g} and {@code m}; immutable. */
public final class JsRegex {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNIX_LINES;
    private static final Pattern WITH_FLAGS = Pattern.compile("/(.*)/([dgimsuvy]*)", Pattern.DOTALL);

    private final Pattern pattern;

    /** From the names of groups to those that Java allows. */
    private final Map<String, String> groups;

    private JsRegex(Pattern pattern, Map<String, String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /**
     * Compiles an expression, which may stand between slashes and have flags.
     *
     * @param origin where the expression came from, for messages
     * @throws IllegalArgumentException if it is none
     */
    public static JsRegex compile(String origin, String regex) {
        Matcher literal = WITH_FLAGS.matcher(regex);
        String flags = literal.matches() ? literal.group(2) : "";
        JsRegexSyntax syntax = new JsRegexSyntax(literal.matches() ? literal.group(1) : regex);
        int options = FLAGS
                | (flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
        try {
            return new JsRegex(Pattern.compile(syntax.toJava(), options), new LinkedHashMap<>(syntax.groups()));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    origin + " is no regular expression: " + e.getDescription() + " in '"
                            + MalformedLineException.shorten(regex) + "'",
                    e);
        }
    }

    /** The names of the groups, in order. */
    public Set<String> groups() {
        return groups.keySet();
    }

    /**
     * A search in a part of a text. A match may look beyond the part only to see whether a line begins or ends there.
     */
    public Search search(CharSequence text, int from, int to) {
        Matcher matcher = pattern.matcher(new RegexBudget(text)).useAnchoringBounds(false);
        return new Search(matcher.region(from, to));
    }

    /** One match after the other. */
    public final class Search {
        private final Matcher matcher;

        private Search(Matcher matcher) {
            this.matcher = matcher;
        }

        /**
         * Goes to the next match.
         *
         * @throws RegexBudget.Exhausted if the expression takes too long on this text
         */
        public boolean find() {
            try {
                return matcher.find();
            } catch (StackOverflowError e) {
                throw new RegexBudget.Exhausted("the expression needs too deep a stack here");
            }
        }

        /** Whether more text behind the part could change the last match, or the lack of one. */
        @SuppressWarnings("JdkObsolete") // meant for reading a stream, as this is
        public boolean isOpen() {
            return matcher.hitEnd();
        }

        public Set<String> groups() {
            return groups.keySet();
        }

        public int start() {
            return matcher.start();
        }

        public int end() {
            return matcher.end();
        }

        /** Where a group matched; the start of the match if it did not. */
        public int start(String group) {
            String name = groups.get(group);
            int start = name == null ? -1 : matcher.start(name);
            return start < 0 ? matcher.start() : start;
        }

        /** What a group matched; null if it did not or if there is no such group. */
        @Nullable
        public String group(String group) {
            String name = groups.get(group);
            return name == null ? null : matcher.group(name);
        }
    }
}
