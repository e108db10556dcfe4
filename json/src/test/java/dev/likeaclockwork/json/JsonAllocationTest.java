// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What reading JSON allocates grows with the text, whatever is in it: nothing in it can make it explode. */
class JsonAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What the JSON library takes for a parser, twice. */
    private static final int PARSERS = 16 << 10;

    /** Strings and places for each member. */
    private static final int PER_CHARACTER = 64;

    @Test
    void extract_allocatesNoMoreThanAFixedFactorOfTheText() {
        for (long seed = 0; seed < 2_000; seed++) {
            String json = anyJson(new SplittableRandom(seed));

            assertThat(allocated(json))
                    .as("seed %s, %s characters", seed, json.length())
                    .isLessThanOrEqualTo(PARSERS + (long) PER_CHARACTER * json.length());
        }
    }

    @Test
    void namesThatAreNewWithEachObject_areNotPaidAgainByLaterObjects() {
        for (int i = 0; i < 20_000; i++) {
            extract(event("order-service/" + i));
        }

        assertThat(allocated(event("order-service/new"))).isLessThan(PARSERS);
    }

    private static String event(String node) {
        return "{\"_causality\":{\"vector\":{\"" + node + "\":1},\"event_id\":\"e\",\"event_type\":\"t\"}}";
    }

    /** The least of some times, because the first ones load classes. */
    private static long allocated(String json) {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 4; time++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            extract(json);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void extract(String json) {
        try {
            JsonTransport.extract(json);
        } catch (MalformedCausalityException e) {
            assertThat(e.header()).isEqualTo("_causality");
        }
    }

    private static String anyJson(SplittableRandom random) {
        StringBuilder json = new StringBuilder("{\"amount\":1.50,\"_causality\":{\"vector\":{");
        for (int i = random.nextInt(300); i >= 0; i--) {
            json.append("\"n")
                    .append(i)
                    .append("\":")
                    .append(random.nextInt(1_000))
                    .append(i == 0 ? "" : ",");
        }
        json.append("},\"event_id\":\"e\",\"event_type\":\"t\"}}");
        for (int left = random.nextInt(3); left > 0; left--) {
            json.setCharAt(random.nextInt(json.length()), "{}[]\",:0e".charAt(random.nextInt(9)));
        }
        return json.toString();
    }
}
