// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.PutOutcome;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests values in a real database, and the races that the graph finds in the log. */
class AccessRecorderTest {
    private final TestLog log = new TestLog();
    private final Clockwork shop = log.service("shop");
    private final VersionedStore<String> stock =
            VersionedStore.in(database(), "stock", "db", Codec.utf8()).observedBy(AccessRecorder.create("stock"));

    private static JdbcStore database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        JdbcStore.createTables(database);
        return JdbcStore.standalone(database);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Versioned<String> read(Activity activity, String key) throws Exception {
        return activity.call(() -> stock.get(key));
    }

    private PutOutcome<String> write(Activity activity, String key, Versioned<String> read) throws Exception {
        return activity.call(() -> stock.put(key, read.context(), "sold"));
    }

    private void sell(String key) throws Exception {
        Activity activity = shop.startActivity();
        assertThat(write(activity, key, read(activity, key))).isInstanceOf(PutOutcome.Accepted.class);
    }

    private List<String> accesses() {
        return log.events().stream().map(AccessRecorderTest::text).toList();
    }

    private static String text(RecordedEvent event) {
        return event.type() + " " + event.access().resource() + " "
                + event.access().base() + " " + event.access().version();
    }

    private Race onlyRace() {
        List<Race> races = Races.of(log.graph());
        assertThat(races).hasSize(1);
        return races.get(0);
    }

    @Test
    void successiveWriters_doNotRace() throws Exception {
        sell("pears");
        sell("pears");

        assertThat(accesses())
                .containsExactly(
                        "value.read stock:pears null none",
                        "value.written stock:pears none db=1",
                        "value.read stock:pears null db=1",
                        "value.written stock:pears db=1 db=2");
        assertThat(Races.of(log.graph())).isEmpty();
    }

    @Test
    void conflict_isAConflictingReadAndTheOnlyRace() throws Exception {
        sell("pears");
        sell("plums");
        Activity one = shop.startActivity();
        Activity other = shop.startActivity();
        Versioned<String> seen = read(one, "pears");
        Versioned<String> alsoSeen = read(other, "pears");
        write(one, "pears", seen);
        assertThat(write(other, "pears", alsoSeen)).isInstanceOf(PutOutcome.Siblings.class);
        Activity merger = shop.startActivity();
        merger.call(() -> stock.resolve("pears", Merge.lastWriter()));
        sell("plums");

        Race race = onlyRace();
        assertThat(race.kind()).isEqualTo(Race.Kind.CONFLICTING_READ_AND_WRITE);
        assertThat(race.resource()).isEqualTo("stock:pears");
        assertThat(accesses()).contains("value.written stock:pears db=2 db=3", "value.written stock:pears db=3 db=4");
    }

    @Test
    void refusedWriter_recordsARead() throws Exception {
        Activity one = shop.startActivity();
        Versioned<String> seen = read(one, "pears");
        sell("pears");
        one.call(() -> stock.putIfCurrent("pears", seen.context(), "sold"));

        assertThat(accesses()).endsWith("value.read stock:pears null db=1");
        assertThat(onlyRace().kind()).isEqualTo(Race.Kind.CONFLICTING_READ_AND_WRITE);
    }

    @Test
    void accessWithoutAnActivity_isNotRecorded() {
        stock.put("pears", stock.get("pears").context(), "sold");

        assertThat(log.events()).isEmpty();
    }
}
