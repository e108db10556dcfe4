// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.Access;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.runtime.testkit.TestLog;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests transactions of a real database, and the races that the graph finds in their log. */
class ClockworkIntegratorTest {
    private final TestLog log = new TestLog();
    private final Clockwork shop = log.service("shop");
    private EntityManagerFactory factory;

    @BeforeEach
    void openWithProducts() {
        factory = new Configuration()
                .addAnnotatedClass(Product.class)
                .addAnnotatedClass(Unchecked.class)
                .addAnnotatedClass(Unversioned.class)
                .setProperty("jakarta.persistence.jdbc.url", "jdbc:h2:mem:accesses")
                .setProperty("jakarta.persistence.schema-generation.database.action", "drop-and-create")
                .buildSessionFactory();
        Request seed = new Request(null);
        seed.entities.persist(new Product(1));
        seed.entities.persist(new Product(2));
        seed.entities.persist(new Unchecked(1));
        seed.commit();
    }

    @AfterEach
    void close() {
        factory.close();
        log.close();
    }

    /** A transaction whose steps run in one activity. */
    private final class Request {
        private final Activity activity;
        private final EntityManager entities = factory.createEntityManager();

        Request(Activity activity) {
            this.activity = activity;
            entities.getTransaction().begin();
        }

        Request work(Consumer<EntityManager> work) {
            if (activity == null) {
                work.accept(entities);
            } else {
                activity.run(() -> work.accept(entities));
            }
            return this;
        }

        void commit() {
            work(open -> open.getTransaction().commit());
            entities.close();
        }

        void rollBack() {
            work(open -> open.getTransaction().rollback());
            entities.close();
        }
    }

    private Request request() {
        return new Request(shop.startActivity());
    }

    private static void sell(EntityManager entities, long id) {
        entities.find(Product.class, id).pieces++;
    }

    private List<String> accesses() {
        return log.events().stream().map(ClockworkIntegratorTest::text).toList();
    }

    private static String text(RecordedEvent event) {
        Access access = event.access();
        return event.type() + " " + access.resource() + " " + access.base() + " " + access.version();
    }

    private Race onlyRace() {
        List<Race> races = Races.of(log.graph());
        assertThat(races).hasSize(1);
        return races.get(0);
    }

    @Test
    void successiveTransactions_doNotRace() {
        request().work(entities -> sell(entities, 1)).commit();
        request().work(entities -> sell(entities, 1)).commit();

        assertThat(Races.of(log.graph())).isEmpty();
        assertThat(accesses())
                .containsExactly(
                        "entity.read Product:1 null 0",
                        "entity.updated Product:1 0 1",
                        "entity.read Product:1 null 1",
                        "entity.updated Product:1 1 2");
    }

    @Test
    void concurrentOverwriteRefusedByHibernate_isAConflictingReadAndTheOnlyRace() {
        request().work(entities -> sell(entities, 2)).commit();
        Request one = request().work(entities -> sell(entities, 1));
        Request other = request().work(entities -> sell(entities, 1));
        one.commit();
        assertThatThrownBy(other::commit).isInstanceOf(PersistenceException.class);
        request().work(entities -> sell(entities, 2)).commit();

        Race race = onlyRace();
        assertThat(race.kind()).isEqualTo(Race.Kind.CONFLICTING_READ_AND_WRITE);
        assertThat(race.resource()).isEqualTo("Product:1");
    }

    @Test
    void undetectedConcurrentOverwrite_isALostUpdateAndTheOnlyRace() {
        Request one = request().work(entities -> entities.find(Unchecked.class, 1L).pieces++);
        Request other = request().work(entities -> entities.find(Unchecked.class, 1L).pieces += 2);
        one.commit();
        other.commit();
        request().work(entities -> sell(entities, 1)).commit();

        Race race = onlyRace();
        assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
        assertThat(race.resource()).isEqualTo("Unchecked:1");
    }

    @Test
    void rolledBackWrite_isNotRecorded() {
        request()
                .work(entities -> {
                    sell(entities, 1);
                    entities.flush();
                })
                .rollBack();
        request().work(entities -> sell(entities, 1)).commit();

        assertThat(log.types()).containsExactly("entity.read", "entity.read", "entity.updated");
        assertThat(accesses()).endsWith("entity.updated Product:1 0 1");
    }

    @Test
    void readOfOwnUncommittedWrite_isNotRecorded() {
        request()
                .work(entities -> {
                    sell(entities, 1);
                    entities.flush();
                    entities.clear();
                    sell(entities, 1);
                })
                .commit();

        assertThat(accesses())
                .containsExactly(
                        "entity.read Product:1 null 0", "entity.updated Product:1 0 1", "entity.updated Product:1 1 2");
        assertThat(Races.of(log.graph())).isEmpty();
    }

    @Test
    void insertAndDelete_areWrites() {
        request().work(entities -> entities.persist(new Product(3))).commit();
        request()
                .work(entities -> entities.remove(entities.find(Product.class, 3L)))
                .commit();

        assertThat(accesses())
                .containsExactly(
                        "entity.inserted Product:3 null 0",
                        "entity.read Product:3 null 0",
                        "entity.deleted Product:3 0 null");
        assertThat(Races.of(log.graph())).isEmpty();
    }

    @Test
    void accessWithoutVersionOrActivity_isNotRecorded() {
        new Request(null).work(entities -> sell(entities, 1)).commit();
        request().work(entities -> entities.persist(new Unversioned())).commit();
        request()
                .work(entities -> entities.find(Unversioned.class, 0L).pieces++)
                .commit();

        assertThat(log.events()).isEmpty();
    }
}
