// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.CausalityRelation.CONCURRENT;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.CausalityRelation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What every vector clock owes: its timestamps tell the order of events as it was, no more and no less (the strong
 * clock condition of Fidge 1988 and Mattern 1989).
 *
 * <p>A test class extends this one, says how its implementation is called, and inherits the tests. An implementation
 * that means to differ in one point overrides that test and says why.
 *
 * <pre>{@code
 * class MyClockTest extends VectorClockContract<MyClock, MyTimestamp> {
 *     public MyClock create(String node) { return new MyClock(node); }
 *     public MyTimestamp tick(MyClock clock) { return clock.tick(); }
 *     // and so on
 * }
 * }</pre>
 *
 * <p>Node ids are a few ASCII letters and digits. Takes about a second.
 *
 * @param <C> the clock of one node, which threads may share
 * @param <T> its timestamps, which are immutable and print themselves
 */
public abstract class VectorClockContract<C, T> implements ClockOperations<C, T> {
    private static final int SEEDS = 100;
    private static final int EVENTS_PER_THREAD = 2_000;

    /** For test classes. */
    protected VectorClockContract() {}

    /** How the event of {@code a} relates to that of {@code b}. */
    public abstract CausalityRelation relation(T a, T b);

    /** The timestamp that knows what either of the two knows. */
    public abstract T merge(T a, T b);

    @Test
    public void timestamps_tellTheOrderOfEverySeededExecution() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Execution execution = Execution.seeded(seed);
            execution.check(execution.replay(this), this::relation);
        }
    }

    @Test
    public void relation_isAPartialOrder() {
        RelationLaws<T> laws = new RelationLaws<>(this::relation);
        for (long seed = 0; seed < SEEDS; seed++) {
            laws.check(samples(seed));
        }
    }

    @Test
    public void merge_isTheLeastUpperBound() {
        MergeLaws<T> laws = new MergeLaws<>(this::merge, this::relation);
        for (long seed = 0; seed < SEEDS; seed++) {
            laws.check(samples(seed));
        }
    }

    /** Timestamps of one execution, and merges of some: what nobody recorded, but a state can know. */
    private List<T> samples(long seed) {
        List<T> recorded = Execution.seeded(seed).replay(this);
        SplittableRandom random = new SplittableRandom(seed);
        List<T> samples = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            samples.add(recorded.get(random.nextInt(recorded.size())));
        }
        samples.add(merge(samples.get(0), samples.get(1)));
        samples.add(merge(samples.get(2), samples.get(3)));
        return samples;
    }

    @Test
    public void everyVerb_recordsOneEventAfterTheLast() {
        C clock = create("a");
        T remote = send(create("b"));

        assertChain(List.of(tick(clock), send(clock), receive(clock, remote), tick(clock)));
    }

    @Test
    public void receive_joinsWhatTheSenderHadHeardOf() {
        C middle = create("b");
        T first = send(create("a"));
        receive(middle, first);

        assertChain(List.of(first, receive(create("c"), send(middle))));
    }

    @Test
    public void receive_countsARepeatedMessageAndALateOneAsEvents() {
        C sender = create("a");
        C receiver = create("b");
        T early = send(sender);
        T late = send(sender);

        assertChain(List.of(receive(receiver, late), receive(receiver, late), receive(receiver, early)));
    }

    @Test
    public void earlierTimestamps_stayAsTheyWere() {
        C clock = create("a");
        T remote = send(create("b"));
        T early = tick(clock);
        receive(clock, remote);
        tick(clock);

        assertEquals(CONCURRENT, relation(early, remote), "a timestamp changed after its event: " + early);
    }

    @Test
    public void resumedClock_goesOnAfterTheLastTimestamp() {
        C clock = create("a");
        T remote = send(create("b"));
        T last = receive(clock, remote);
        T next = tick(resume("a", last));

        assertChain(List.of(remote, last, next));
    }

    @Test
    public void forkedClocks_knowTheirParentAndNotEachOther() {
        T parent = tick(create("a"));
        T left = tick(resume("b", parent));
        T right = tick(resume("c", parent));

        assertChain(List.of(parent, left));
        assertChain(List.of(parent, right));
        assertEquals(CONCURRENT, relation(left, right), left + " and " + right);
    }

    @Test
    public void clockRestartedFromZero_countsOnFromWhatAPeerBringsBack() {
        C forgotten = create("a");
        tick(forgotten);
        T remote = receive(create("b"), send(forgotten));
        C restarted = create("a");

        assertChain(List.of(remote, receive(restarted, remote), tick(restarted)));
    }

    @Test
    public void sharedClock_givesEveryEventATimestampOfItsOwnInOneOrder() throws Exception {
        List<List<T>> threads = SharedClock.record(this, EVENTS_PER_THREAD);
        threads.forEach(this::assertChain);
        List<T> all = new ArrayList<>();
        threads.forEach(all::addAll);
        Collections.shuffle(all, new Random(1));
        all.sort(this::compareOrdered);
    }

    /** To sort, every two neighbours must have been compared. */
    private int compareOrdered(T a, T b) {
        CausalityRelation relation = relation(a, b);
        assertTrue(relation.isOrdered(), () -> a + " and " + b + " are of one clock, but " + relation);
        return relation == HAPPENS_BEFORE ? -1 : 1;
    }

    private void assertChain(List<T> timestamps) {
        for (int i = 1; i < timestamps.size(); i++) {
            T earlier = timestamps.get(i - 1);
            T later = timestamps.get(i);
            assertEquals(HAPPENS_BEFORE, relation(earlier, later), () -> earlier + " and then " + later);
        }
    }
}
