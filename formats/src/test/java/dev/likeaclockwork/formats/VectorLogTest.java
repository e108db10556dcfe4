// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorLogTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();

    @Test
    void logOfGoVector_isReadWithLevels() {
        Reading reading = Reading.of("""
                MyProcess {"MyProcess":1}
                Initialization Complete
                MyProcess {"MyProcess":2, "Other":3}
                INFO Sending Message
                MyProcess {"MyProcess":3, "Other":3}
                WARNING-low space
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary())
                .containsExactly(
                        "MyProcess:1 Initialization Complete", "MyProcess:2 Sending Message", "MyProcess:3 low space");
        assertThat(reading.event(1).fields()).isEqualTo(Map.of("level", "INFO"));
        assertThat(reading.event(1).vector().toMap()).isEqualTo(Map.of("MyProcess", 2L, "Other", 3L));
        assertThat(reading.event(1).position()).hasToString("log:3");
    }

    @Test
    void logThatGoVectorAppendedTo_hasAnExecutionForEachRun() {
        Reading reading = Reading.of("""
                a {"a":1}
                one
                \s
                === Execution #Mon Nov 23 10:00:00 UTC 2026  ===
                a {"a":1}
                two
                \s
                === Execution #Mon Nov 23 11:00:00 UTC 2026  ===
                a {"a":1}
                three
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.executions()).containsExactly("", "execution 2", "execution 3");
        assertThat(reading.events("execution 3")).extracting(LoggedEvent::label).containsExactly("three");
    }

    @Test
    void timeBeforeTheHost_isTheEvents() {
        Reading reading = Reading.of("1795428000000000001 a {\"a\":1}\nhello\n7 {\"7\":1}\nseven\n");

        assertThat(reading.event(0).time()).isEqualTo(Instant.parse("2026-11-23T10:00:00.000000001Z"));
        assertThat(reading.event(0).fields()).isEmpty();
        assertThat(reading.summary()).containsExactly("a:1 hello", "7:1 seven");
    }

    @Test
    void logOfShiViz_isReadWithTheTextFirst() {
        Reading reading = Reading.of("""
                stack trace that belongs to nothing
                hello\s
                42@thread[main,5,main] {"42@thread[main,5,main]":1, "b":2}\s
                  at Main.main(Main.java:1)

                world
                b {"b":2}
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary()).containsExactly("42@thread[main,5,main]:1 hello", "b:2 world");
        assertThat(reading.event(0).position()).hasToString("log:3");
    }

    @Test
    void clocks_mayBeEscapedOrHaveNamesThatAreNot() {
        Reading reading = Reading.of("""
                a {\\"a\\":1,\\"b\\":2}
                one
                C:\\x {"C:\\x":2, "say "hi"":3}
                two
                b {"b":1,"\\u0061":5}
                three
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.event(0).vector().toMap()).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(reading.event(1).vector().toMap()).isEqualTo(Map.of("C:\\x", 2L, "say \"hi\"", 3L));
        assertThat(reading.event(2).vector().toMap()).isEqualTo(Map.of("b", 1L, "a", 5L));
    }

    @Test
    void headerOfAnUploadedLog_saysHowItIsRead() {
        Reading reading = Reading.of("""
                (?<date>\\S+) \\[(?<priority>\\w+)\\] (?<event>.*) (?<host>\\w+) (?<clock>{.*})
                === (?<trace>.*) ===
                === one ===
                2026-11-23T10:00:00Z [HIGH] got it {really} a {"a":1}
                another line
                === two ===
                then [LOW] bye a {"a":1}
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.executions()).containsExactly("one", "two");
        LoggedEvent one = reading.events("one").get(0);
        assertThat(one.label()).isEqualTo("got it {really}");
        assertThat(one.fields()).isEqualTo(Map.of("priority", "HIGH"));
        assertThat(one.time()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(one.position()).hasToString("log:4");
        LoggedEvent two = reading.events("two").get(0);
        assertThat(two.fields()).isEqualTo(Map.of("priority", "LOW", "date", "then"));
        assertThat(two.time()).isNull();
    }

    @Test
    void headerWithoutDelimiter_hasAnEmptyLine() {
        Reading reading = Reading.of("""
                (?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)

                a {"a":1}
                hello
                """);

        assertThat(reading.summary()).containsExactly("a:1 hello");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void headerThatIsNoExpression_isReported() {
        assertThat(Reading.of("(?<host>(?<clock>(?<event>\n\na {\"a\":1}\nx\n").problems())
                .singleElement()
                .asString()
                .startsWith("UNREADABLE_INPUT log: its first two lines, by which it says how it is read, are wrong: ");
    }

    @Test
    void parserAndDelimiter_areTheUsersFirst() {
        ReadOptions options = STANDARD.withParser("/(?<EVENT_x>\\w+)#(?<event>[^]*?)#(?<host>h\\d) (?<clock>{.*?})/i")
                .withDelimiter("^-+$");
        Reading reading = Reading.of(options, Source.text("log", """
                A#over
                two lines#H1 {"H1":1} b#x#h1 {"H1":2}
                -----
                C#c#h2 {"h2":1}
                """));

        assertThat(reading.executions()).containsExactly("", "execution 2");
        assertThat(reading.summary()).containsExactly("H1:1 over\ntwo lines", "h1:0 x", "h2:1 c");
        assertThat(reading.event(0).fields()).isEqualTo(Map.of("EVENT_x", "A"));
    }

    @Test
    void parser_isNotUsedForWhatIsRecognisedBeyondDoubt() {
        ReadOptions options = STANDARD.withParser("(?<host>\\w+)(?<clock>{.*}) (?<event>.*)");
        Reading reading = Reading.of(
                options,
                Source.text("text", "a{\"a\":1} hello"),
                Source.text("json", "{\"_causality\":{\"vector\":{\"b\":1}}}"));

        assertThat(reading.summary()).containsExactly("a:1 hello", "b:1 ");
    }

    @Test
    void eventsThatAreBroken_areReportedAndTheNextIsRead() {
        Reading reading = Reading.of("""
                a {"a":1}
                one
                a {"a":"x"}
                two
                a {"a":-2}
                three
                a {"a":1 "b":2}
                four
                a {"a":5
                a {"a":6}
                six
                """);

        assertThat(reading.summary()).containsExactly("a:1 one", "a:6 six");
        assertThat(reading.problems())
                .containsExactly(
                        "UNREADABLE_LINE log:3: the counter of 'a' is \"x\", not a count",
                        "UNREADABLE_LINE log:5: the counter of 'a' is -2, not a count",
                        "UNREADABLE_LINE log:7: the clock is no JSON object of counts: {\"a\":1 \"b\":2}",
                        "UNREADABLE_LINE log:9: no event could be read here");
    }

    @Test
    void longLog_isReadWindowByWindow() {
        int events = 30_000;
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= events; i++) {
            log.append("a {\"a\":")
                    .append(i)
                    .append(", \"b\":7}\nevent ")
                    .append(i)
                    .append("\n");
            log.append(i % 1000 == 0 ? "noise\n".repeat(3_000) : "");
        }
        Reading reading = Reading.of(log.toString());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.events()).hasSize(events);
        LoggedEvent last = reading.event(events - 1);
        assertThat(last.label()).isEqualTo("event " + events);
        assertThat(last.position().line()).isEqualTo(2 * events - 1 + 29 * 3_000);
    }

    @Test
    void longTextThatIsNoEvent_isPassedOver() {
        String noise = ("x".repeat(99) + "\n").repeat(100_000);
        ReadOptions options = STANDARD.withParser("^(?<host>\\w) (?<clock>{.*})\\n(?<event>.*)$");
        Reading reading = Reading.of(options, Source.text("log", noise + "a {\"a\":1}\nhello\n" + noise));

        assertThat(reading.summary()).containsExactly("a:1 hello");
        assertThat(reading.event(0).position().line()).isEqualTo(100_001);
    }

    @Test
    void expressionThatTakesExponentialTime_isGivenUp() {
        Reading reading =
                Reading.of("(?<host>(?:(?:x|xx)+)+y)(?<clock>)(?<event>)\n\n" + ("x".repeat(60) + "\n").repeat(9));

        assertThat(reading.events()).isEmpty();
        assertThat(reading.problems())
                .hasSize(4)
                .endsWith("UNREADABLE_INPUT log: the expression takes too long; what follows line 6 was not read");
    }

    @Test
    void eventWithoutTextAtTheEnd_isStillOne() {
        assertThat(Reading.of("a {\"a\":1}").summary()).containsExactly("a:1 ");
    }
}
