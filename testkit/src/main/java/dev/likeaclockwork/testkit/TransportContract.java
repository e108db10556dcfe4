// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.MalformedCausalityException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every transport must do. Extend it, say how yours is used, and run it with JUnit.
 *
 * @param <T> what is carried; {@code equals} tells values apart
 * @param <H> what a header holds: {@code String} or {@code byte[]}
 */
public abstract class TransportContract<T, H> {
    private final Map<String, H> carrier = new HashMap<>();

    /** For extension. */
    protected TransportContract() {}

    /** Puts a value on a carrier. */
    protected abstract void inject(T value, BiConsumer<String, H> setter);

    /** Takes a value off a carrier. */
    protected abstract Optional<T> extract(Function<String, @Nullable H> getter);

    /** Values of every kind that the transport can carry; at least two. */
    protected abstract List<T> values();

    /** Header values that the transport must refuse, each of them wherever a header is read. */
    protected abstract List<H> malformed();

    @Test
    void everyValue_comesBackAsItWas() {
        for (T value : values()) {
            carrier.clear();
            inject(value, carrier::put);

            assertEquals(Optional.of(value), extract(carrier::get));
        }
    }

    @Test
    void extracting_leavesTheCarrierAsItIs() {
        inject(values().get(0), carrier::put);
        Map<String, H> before = Map.copyOf(carrier);
        extract(carrier::get);

        assertEquals(before, carrier);
    }

    @Test
    void emptyCarrier_holdsNothing() {
        assertTrue(extract(carrier::get).isEmpty());
    }

    @Test
    void injectingAgain_replacesWhatWasThere() {
        for (T value : values()) {
            inject(value, carrier::put);

            assertEquals(Optional.of(value), extract(carrier::get));
        }
    }

    @Test
    void otherHeaders_stayAsTheyWere() {
        Map<String, H> headers = new HashMap<>();
        inject(values().get(0), headers::put);
        H foreign = headers.values().iterator().next();
        carrier.put("content-type", foreign);
        inject(values().get(1), carrier::put);

        assertEquals(foreign, carrier.get("content-type"));
        assertEquals(headers.size() + 1, carrier.size());
    }

    @Test
    void headerNames_areReadInLowerCase() {
        inject(values().get(0), (name, value) -> carrier.put(name.toLowerCase(Locale.ROOT), value));

        assertEquals(Optional.of(values().get(0)), extract(carrier::get));
    }

    @Test
    void malformedHeaders_areRefusedWithTheOneExceptionThatNamesTheHeader() {
        assertFalse(malformed().isEmpty());
        for (H value : malformed()) {
            inject(values().get(0), (name, ignored) -> carrier.put(name, value));

            MalformedCausalityException refusal =
                    assertThrows(MalformedCausalityException.class, () -> extract(carrier::get));
            assertTrue(carrier.containsKey(refusal.header()), refusal::getMessage);
        }
    }
}
