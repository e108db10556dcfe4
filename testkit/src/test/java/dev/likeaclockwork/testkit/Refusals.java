// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tests of a contract that an implementation fails. */
final class Refusals {
    private Refusals() {}

    /** Checks that these tests, and perhaps others, fail for this instance of a contract. */
    static void assertRefused(Object contract, String... tests) throws IllegalAccessException {
        assertThat(of(contract)).contains(tests);
    }

    /** The names of all tests that fail for this instance of a contract. */
    static Set<String> of(Object contract) throws IllegalAccessException {
        Set<String> failed = new TreeSet<>();
        for (Method method : contract.getClass().getMethods()) {
            if (method.isAnnotationPresent(Test.class) && fails(method, contract)) {
                failed.add(method.getName());
            }
        }
        return failed;
    }

    private static boolean fails(Method test, Object contract) throws IllegalAccessException {
        try {
            test.invoke(contract);
            return false;
        } catch (InvocationTargetException failure) {
            return true;
        }
    }

    /** What a transport that drops zeros makes of a timestamp. */
    static VectorTimestamp withoutZeros(VectorTimestamp timestamp) {
        Map<String, Long> counters = new TreeMap<>(timestamp.toMap());
        counters.values().removeIf(counter -> counter == 0);
        return VectorTimestamp.of(counters);
    }
}
