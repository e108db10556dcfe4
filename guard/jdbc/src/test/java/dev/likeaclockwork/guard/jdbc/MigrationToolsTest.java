// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.verdict.Verdict;
import dev.likeaclockwork.guard.versioned.PutOutcome;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema scripts in the hands of the tools that users have. */
class MigrationToolsTest {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of("h2", (Supplier<DataSource>) Databases::emptyH2),
                Arguments.of("postgresql", (Supplier<DataSource>) Databases::emptyPostgres));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void flyway_createsTheTablesOnce(String folder, Supplier<DataSource> databases) {
        DataSource database = databases.get();
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:dev/likeaclockwork/guard/jdbc/" + folder)
                .load();

        assertThat(flyway.migrate().migrationsExecuted).isOne();
        assertStoreWorks(database);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void liquibase_createsTheTablesOnce(String folder, Supplier<DataSource> databases) throws Exception {
        DataSource database = databases.get();

        update(database);
        assertStoreWorks(database);
        update(database);
        assertThat(JdbcStore.standalone(database)).isNotNull();
    }

    private static void update(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.xml")
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .setOutput(OutputStream.nullOutputStream())
                    .execute();
        }
    }

    /** Writes and reads every column of both tables. */
    private static void assertStoreWorks(DataSource database) {
        JdbcStore store = JdbcStore.standalone(database);
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build();
        VersionedStore<String> values = VersionedStore.in(store, "stock", "db", Codec.utf8());

        assertThat(guard.process("k", EVENT, () -> {}).verdict()).isEqualTo(Verdict.NEW);
        assertThat(guard.process("k", EVENT, () -> {}).verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(values.put("k", VectorTimestamp.empty(), "one")).isInstanceOf(PutOutcome.Accepted.class);
        assertThat(values.get("k").single()).contains("one");
        assertThat(values.get("k").context()).isEqualTo(VectorTimestamp.of(Map.of("db", 1L)));
        assertThat(guard.forgetIdleSince(Instant.now().plusSeconds(60))).isOne();
        assertThat(guard.judge("k", EVENT).verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
