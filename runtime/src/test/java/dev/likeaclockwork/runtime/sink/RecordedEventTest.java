// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedEventTest {
    private static RecordedEvent event(Map<String, Object> fields) {
        VectorTimestamp vector = VectorTimestamp.of(Map.of("a/1", 1L));
        return new RecordedEvent(Instant.EPOCH, "e", "a/1", 1, vector, null, fields, null);
    }

    @Test
    void fields_areCopiedInOrder() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 9; i > 0; i--) {
            fields.put("f" + i, i);
        }
        RecordedEvent event = event(fields);
        fields.put("late", true);
        assertThat(event.fields().keySet()).containsExactly("f9", "f8", "f7", "f6", "f5", "f4", "f3", "f2", "f1");
    }

    @Test
    void singleField_isCopied() {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("one", 1));
        RecordedEvent event = event(fields);
        fields.clear();
        assertThat(event.fields()).containsOnlyKeys("one");
    }

    @Test
    void fields_areUnmodifiable() {
        RecordedEvent event = event(new LinkedHashMap<>(Map.of("a", 1, "b", 2)));
        assertThatThrownBy(() -> event.fields().put("c", 3)).isInstanceOf(UnsupportedOperationException.class);
    }
}
