// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.rules.Outcome.Status;
import dev.likeaclockwork.graph.testkit.SeededLogs;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final CausalGraph graph = CausalGraph.of(List.of(
            event(1, "order/1", Map.of("order/1", 1L), "placed"),
            event(2, "pay/1", Map.of("order/1", 1L, "pay/1", 1L), "taken"),
            event(3, "order/1", Map.of("order/1", 2L), "sent"),
            event(4, "pay/2", Map.of("pay/2", 1L), "taken")));

    private static LoggedEvent event(int line, String node, Map<String, Long> vector, String label) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(vector))
                .label(label)
                .build();
    }

    private Outcome check(CausalGraph graph, String rule) {
        return Rules.parse("rules", rule).check(graph).get(0);
    }

    @Test
    void eachSentence_holdsOrIsBrokenByAnEventThatIsNamed() {
        assertThat(check(graph, "always \"placed\" before \"sent\"").status()).isEqualTo(Status.HOLDS);
        assertThat(check(graph, "always \"placed\" before \"taken\" at \"pay/1\"")
                        .status())
                .isEqualTo(Status.HOLDS);
        assertBroken("always \"placed\" before \"taken\"", 4, 1);
        assertBroken("never \"placed\" before \"taken\" at \"pay\"", 1, 2);
        assertThat(check(graph, "never \"taken\" before \"*\"").status()).isEqualTo(Status.HOLDS);
        assertBroken("never \"sent\" concurrent with \"taken\" at \"pay/1\"", 2, 3);
        assertThat(check(graph, "never \"placed\" concurrent with \"sent\"").status())
                .isEqualTo(Status.HOLDS);
        assertThat(check(graph, "every \"placed\" is received").status()).isEqualTo(Status.HOLDS);
        assertBroken("every \"sent\" is received", 3);
        assertThat(check(graph, "every \"placed\" leads to \"taken\"").status()).isEqualTo(Status.HOLDS);
        assertBroken("every \"taken\" leads to \"sent\"", 2, 4);
    }

    private void assertBroken(String rule, int... lines) {
        Outcome outcome = check(graph, rule);
        assertThat(outcome.status()).as(rule).isEqualTo(Status.VIOLATED);
        assertThat(outcome.witnesses())
                .isNotEmpty()
                .allSatisfy(witness -> assertThat(lines)
                        .contains(graph.event(witness.event()).position().line()));
    }

    @Test
    void ruleThatIsAboutNothing_holdsAndSaysSo() {
        assertThat(check(graph, "every \"palced\" is received"))
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(Status.HOLDS, "no event matches \"palced\"");
    }

    @Test
    void missingEvents_leaveEveryRuleUndecidedThatIsNotBroken() {
        CausalGraph holes = CausalGraph.of(List.of(
                event(1, "a", Map.of("a", 1L), "one"),
                event(2, "a", Map.of("a", 3L), "three"),
                event(3, "b", Map.of("b", 1L), "apart")));

        for (String rule : List.of(
                "always \"one\" before \"three\"",
                "always \"three\" before \"one\"",
                "never \"three\" before \"one\"",
                "never \"one\" concurrent with \"three\"",
                "every \"one\" is received",
                "every \"one\" leads to \"three\"",
                "every \"three\" leads to \"one\"",
                "no concurrent writes of *",
                "no races on *")) {
            assertThat(check(holes, rule).status()).as(rule).isEqualTo(Status.UNDECIDED);
        }
        assertThat(check(holes, "never \"one\" before \"three\"").status()).isEqualTo(Status.VIOLATED);
        assertThat(check(holes, "never \"one\" concurrent with \"apart\"").status())
                .isEqualTo(Status.VIOLATED);
    }

    @Test
    void accessesWithoutVersions_areUndecidedAndThoseWithVersionsBroken() {
        CausalGraph unversioned = CausalGraph.of(List.of(write("a", null), write("b", null)));
        CausalGraph versioned = CausalGraph.of(List.of(write("a", "7"), write("b", "7")));

        assertThat(check(unversioned, "no concurrent writes of r").status()).isEqualTo(Status.UNDECIDED);
        assertThat(check(versioned, "no concurrent writes of \"r\"").status()).isEqualTo(Status.VIOLATED);
        assertThat(check(versioned, "no races on r?").reason()).isEqualTo("no event accesses r?");
    }

    private static LoggedEvent write(String node, String base) {
        return LoggedEvent.builder(new Position(node, 1), node)
                .vector(LoggedVector.of(Map.of(node, 1L)))
                .access(new Access("r", Access.Kind.WRITE, base, base == null ? null : "after " + node))
                .build();
    }

    @Test
    void outcomes_areThoseOfTheRelationOfAllPairs() {
        for (long seed = 0; seed < 300; seed++) {
            CausalGraph random = CausalGraph.of(SeededLogs.log(seed, 0));
            check(random, "always", "before", forEachB(random, (a, b) -> random.happensBefore(a, b)));
            check(random, "every", "leads to", forEachA(random, (a, b) -> random.happensBefore(a, b)));
            check(random, "never", "before", !any(random, (a, b) -> random.happensBefore(a, b)));
            check(
                    random,
                    "never",
                    "concurrent with",
                    !any(random, (a, b) -> random.relation(a, b) == Ordering.CONCURRENT));
        }
    }

    private void check(CausalGraph random, String start, String middle, boolean holds) {
        Outcome outcome = check(random, start + " \"sent\" " + middle + " \"written \\\"7\\\"\"");
        assertThat(outcome.status()).isEqualTo(holds ? Status.HOLDS : Status.VIOLATED);
    }

    private static int[] events(CausalGraph graph, String label) {
        return IntStream.range(0, graph.size())
                .filter(event -> graph.event(event).label().equals(label))
                .toArray();
    }

    private static boolean forEachB(CausalGraph graph, BiPredicate<Integer, Integer> relation) {
        return IntStream.of(events(graph, "written \"7\""))
                .allMatch(b -> IntStream.of(events(graph, "sent")).anyMatch(a -> relation.test(a, b)));
    }

    private static boolean forEachA(CausalGraph graph, BiPredicate<Integer, Integer> relation) {
        return IntStream.of(events(graph, "sent"))
                .allMatch(a -> IntStream.of(events(graph, "written \"7\"")).anyMatch(b -> relation.test(a, b)));
    }

    private static boolean any(CausalGraph graph, BiPredicate<Integer, Integer> relation) {
        return IntStream.of(events(graph, "written \"7\""))
                .anyMatch(b -> IntStream.of(events(graph, "sent")).anyMatch(a -> relation.test(a, b)));
    }

    @Test
    void commentsAndBlanks_arePassedOver() {
        Rules rules = Rules.parse("rules", """
                # all
                  never   "a # b"  before "c"   # why

                no races on "x y" # z
                """);

        assertThat(rules.list())
                .extracting(Rule::toString)
                .containsExactly("rules:2: never   \"a # b\"  before \"c\"", "rules:4: no races on \"x y\"");
    }

    @Test
    void anyText_isReadOrRefusedWithItsPlace() {
        List<String> words = List.of(
                "always",
                "never",
                "every",
                "no",
                "\"a\"",
                "\"\\\"",
                "before",
                "at",
                "is",
                "received",
                "leads",
                "to",
                "races",
                "on",
                "concurrent",
                "with",
                "writes",
                "of",
                "#",
                "\\",
                "\"",
                "\n",
                " ",
                "\u0000",
                "\ud83d",
                "*");
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                assertThat(Rules.parse("f", text.toString()).list()).hasSizeLessThan(13);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s)f:\\d+: '.*' is no rule; .*");
            }
        }
    }

    @Test
    void longPattern_isReadInOneGo() {
        String label = "\\\"x".repeat(300_000);

        assertThat(Rules.parse("f", "every \"" + label + "\" is received").list())
                .hasSize(1);
        assertThatThrownBy(() -> Rules.parse("f", "every \"" + label)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoRule_isRefusedWithItsPlace() {
        for (String rule : List.of(
                "always a before b",
                "always \"a\" before",
                "never \"a\"",
                "\"a",
                "no races on",
                "no races on a b",
                "x")) {
            assertThatThrownBy(() -> Rules.parse("ci/rules.txt", "\n" + rule))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("ci/rules.txt:2: '" + rule + "' is no rule; rules are: always");
        }
    }
}
