// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold on each database. */
abstract class OverwriteContract {
    private static final int THREADS = 4;
    private static final int WRITES = 40;

    private EntityManagerFactory factory;

    /** URL, user and password of a database. */
    abstract List<String> database();

    @BeforeEach
    void openWithOneProduct() {
        List<String> database = database();
        factory = new Configuration()
                .addAnnotatedClass(Product.class)
                .setProperty("jakarta.persistence.jdbc.url", database.get(0))
                .setProperty("jakarta.persistence.jdbc.user", database.get(1))
                .setProperty("jakarta.persistence.jdbc.password", database.get(2))
                .setProperty("hibernate.connection.pool_size", "10")
                .setProperty("jakarta.persistence.schema-generation.database.action", "drop-and-create")
                .buildSessionFactory();
        in(entities -> entities.persist(new Product(1, "first", "a=1")));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private void in(Consumer<EntityManager> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                work.accept(entities);
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().commit();
                }
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private Product stored() {
        try (EntityManager entities = factory.createEntityManager()) {
            return entities.find(Product.class, 1L);
        }
    }

    private ConcurrentOverwriteException refusalOf(String text, String version) {
        ConcurrentOverwriteException[] refusal = new ConcurrentOverwriteException[1];
        in(entities -> {
            entities.find(Product.class, 1L).write(text, version);
            refusal[0] = catchThrowableOfType(ConcurrentOverwriteException.class, entities::flush);
            assertThat(entities.getTransaction().getRollbackOnly()).isTrue();
            entities.getTransaction().rollback();
        });
        assertThat(stored().text).isEqualTo("first");
        return refusal[0];
    }

    @Test
    void timestamp_isStoredAsItIsAndFoundByQueries() {
        in(entities -> assertThat(entities.createQuery("select text from Product where version = :v", String.class)
                        .setParameter("v", VectorTimestamp.parse("a=1"))
                        .getSingleResult())
                .isEqualTo("first"));
        in(entities -> assertThat(entities.createNativeQuery("select version from Product", String.class)
                        .getSingleResult())
                .isEqualTo("a=1"));
    }

    @Test
    void malformedTimestamp_isNamed() {
        in(entities -> entities.createNativeQuery("update Product set version = 'a=+1'")
                .executeUpdate());

        assertThatThrownBy(this::stored).hasStackTraceContaining("the timestamp 'a=+1' cannot be stored or read");
    }

    @Test
    void timestampThatCouldNotBeReadAgain_isNotStored() {
        VectorTimestamp large = VectorTimestamp.of(
                IntStream.range(0, 300).boxed().collect(Collectors.toMap(node -> "n" + node, node -> 1L)));
        in(entities -> {
            entities.find(Product.class, 1L).version =
                    VectorTimestamp.parse("a=2").merge(large);
            assertThatThrownBy(entities::flush).hasStackTraceContaining("cannot be stored or read");
            entities.getTransaction().rollback();
        });

        assertThat(stored().version).isEqualTo(VectorTimestamp.parse("a=1"));
    }

    @Test
    void laterWrite_isAccepted() {
        in(entities -> entities.find(Product.class, 1L).write("second", "a=1,b=1"));

        assertThat(stored().text).isEqualTo("second");
        assertThat(stored().version).isEqualTo(VectorTimestamp.parse("a=1,b=1"));
    }

    @Test
    void concurrentWrite_isRefusedWithBothSiblings() {
        ConcurrentOverwriteException refusal = refusalOf("other", "b=1");

        assertThat(refusal)
                .hasMessage("the update of " + Product.class.getName()
                        + " 1 was refused: its timestamp b=1 is concurrent with a=1, which is stored");
        assertThat(refusal.stored())
                .isInstanceOfSatisfying(
                        Product.class, stored -> assertThat(stored.text).isEqualTo("first"));
        assertThat(refusal.attempted())
                .isInstanceOfSatisfying(
                        Product.class, attempted -> assertThat(attempted.text).isEqualTo("other"));
        assertThat(refusal.storedTimestamp()).contains(VectorTimestamp.parse("a=1"));
        assertThat(refusal.attemptedTimestamp()).contains(VectorTimestamp.parse("b=1"));
        assertThat(refusal.getEntity()).isSameAs(refusal.attempted());
    }

    @Test
    void earlierWrite_isRefused() {
        assertThat(refusalOf("other", "a=0")).hasMessageContaining("happens before a=1, which is stored");
    }

    @Test
    void writeWithTheStoredTimestamp_isRefused() {
        assertThat(refusalOf("other", "a=1")).hasMessageContaining("that is stored already; each write is an event");
    }

    @Test
    void writeWithoutTimestamp_isRefused() {
        in(entities -> {
            entities.find(Product.class, 1L).version = null;
            assertThatThrownBy(entities::flush)
                    .isInstanceOf(ConcurrentOverwriteException.class)
                    .hasMessageContaining("it has no timestamp, and a=1 is stored");
            entities.getTransaction().rollback();
        });
    }

    @Test
    void detachedEntity_thatIsStaleIsRefusedOnCommit() {
        Product detached = stored();
        in(entities -> entities.find(Product.class, 1L).write("second", "a=2"));
        detached.write("other", "a=1,b=1");

        assertThatThrownBy(() -> in(entities -> entities.merge(detached)))
                .isInstanceOf(OptimisticLockException.class)
                .hasMessageEndingWith("its timestamp a=1,b=1 is concurrent with a=2, which is stored");
        assertThat(stored().text).isEqualTo("second");
    }

    @Test
    void mergedSiblings_areAccepted() {
        ConcurrentOverwriteException refusal = refusalOf("other", "b=1");
        VectorClock clock = new VectorClock("c");
        clock.receive(refusal.storedTimestamp().orElseThrow());
        VectorTimestamp both = clock.receive(refusal.attemptedTimestamp().orElseThrow());
        in(entities -> entities.find(Product.class, 1L).write("first and other", both.toString()));

        assertThat(stored().text).isEqualTo("first and other");
    }

    @Test
    void secondFlushOfOneTransaction_needsAnEventOfItsOwn() {
        in(entities -> {
            Product product = entities.find(Product.class, 1L);
            product.write("second", "a=2");
            entities.flush();
            product.write("third", "a=3");
        });

        assertThat(stored().text).isEqualTo("third");
    }

    @Test
    void rollback_leavesTheStoredTimestamp() {
        in(entities -> {
            entities.find(Product.class, 1L).write("second", "a=2");
            entities.flush();
            entities.getTransaction().rollback();
        });
        in(entities -> entities.find(Product.class, 1L).write("third", "a=1,b=1"));

        assertThat(stored().text).isEqualTo("third");
    }

    @Test
    void deleteOfWhatWasRead_isAcceptedAndOfAnythingElseRefused() {
        in(entities -> {
            Product product = entities.find(Product.class, 1L);
            in(other -> other.find(Product.class, 1L).write("second", "a=2"));
            entities.remove(product);
            assertThatThrownBy(entities::flush)
                    .isInstanceOf(ConcurrentOverwriteException.class)
                    .hasMessageContaining("the delete of " + Product.class.getName() + " 1 was refused");
            entities.getTransaction().rollback();
        });
        in(entities -> entities.remove(entities.find(Product.class, 1L)));

        assertThat(stored()).isNull();
    }

    @Test
    void twoManagersThatBothRead_acceptOneOfTheTwoWrites() throws Exception {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        List<Integer> accepted = inThreads(2, thread -> {
            try {
                in(entities -> {
                    Product product = entities.find(Product.class, 1L);
                    await(bothHaveRead);
                    product.write("by " + thread, "a=1,w" + thread + "=1");
                });
                return 1;
            } catch (ConcurrentOverwriteException e) {
                assertThat(e.stored()).isNotSameAs(e.attempted());
                return 0;
            }
        });

        assertThat(accepted).containsExactlyInAnyOrder(0, 1);
        assertThat(stored().text).isEqualTo("by " + accepted.indexOf(1));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each writer adds its word to what it read: what was accepted must all be there in the end. */
    @Test
    void seededWriters_loseNothingThatWasAccepted() throws Exception {
        List<List<String>> accepted = inThreads(THREADS, this::writeWords);

        List<String> all = new ArrayList<>(List.of("first"));
        accepted.forEach(all::addAll);
        assertThat(stored().text.split(" ")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(accepted).noneMatch(List::isEmpty);
    }

    private List<String> writeWords(int thread) {
        Random random = new Random(thread);
        VectorClock clock = new VectorClock("w" + thread);
        List<String> accepted = new ArrayList<>();
        while (accepted.size() < WRITES / THREADS) {
            String word = thread + "/" + random.nextInt(1_000_000);
            try {
                in(entities -> {
                    Product product = entities.find(Product.class, 1L);
                    product.write(
                            product.text + " " + word,
                            clock.receive(product.version).toString());
                });
                accepted.add(word);
            } catch (ConcurrentOverwriteException e) {
                assertThat(e.stored()).isNotSameAs(e.attempted());
            }
        }
        return accepted;
    }

    /** What a thread does. */
    interface Work<R> {
        R run(int thread) throws Exception;
    }

    private static <R> List<R> inThreads(int count, Work<R> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Callable<R>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int thread = i;
                all.add(() -> work.run(thread));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> result : pool.invokeAll(all, 2, TimeUnit.MINUTES)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
