// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSinkTest {
    @TempDir
    Path directory;

    private static RecordedEvent event(long counter) {
        return new RecordedEvent(
                Instant.EPOCH, "e", "a/1", counter, VectorTimestamp.of(Map.of("a/1", counter)), null, Map.of(), null);
    }

    @Test
    void writtenEvents_areLinesInTheFileAtOnce() throws IOException {
        Path file = directory.resolve("deep").resolve("events.jsonl");
        try (JsonLinesSink sink = JsonLinesSink.create(file)) {
            sink.write(List.of(event(1), event(2)));
            assertThat(Files.readAllLines(file)).containsExactly(event(1).toJson(), event(2).toJson());
        }
    }

    @Test
    void fileEndingWithinALine_isContinuedOnANewLine() throws IOException {
        Path file = directory.resolve("events.jsonl");
        Files.writeString(file, "{\"half");
        try (JsonLinesSink sink = JsonLinesSink.create(file)) {
            sink.write(List.of(event(1)));
        }
        assertThat(Files.readAllLines(file)).containsExactly("{\"half", event(1).toJson());
    }

    @Test
    void fullFiles_areRotatedAndTheOldestIsDeleted() throws IOException {
        Path file = directory.resolve("events.jsonl");
        int line = event(1).toJson().length() + 1;
        try (JsonLinesSink sink = JsonLinesSink.create(file, line, 2)) {
            for (int i = 1; i <= 5; i++) {
                sink.write(List.of(event(i)));
            }
        }
        assertThat(Files.readAllLines(file)).containsExactly(event(5).toJson());
        assertThat(Files.readAllLines(directory.resolve("events.1.jsonl"))).containsExactly(event(4).toJson());
        assertThat(Files.readAllLines(directory.resolve("events.2.jsonl"))).containsExactly(event(3).toJson());
        assertThat(directory.resolve("events.3.jsonl")).doesNotExist();
    }

    @Test
    void twoWritersOfOnePath_getOneFileEach() throws IOException {
        Path file = directory.resolve("events.jsonl");
        int line = event(1).toJson().length() + 1;
        try (JsonLinesSink one = JsonLinesSink.create(file, line, 1);
                JsonLinesSink two = JsonLinesSink.create(file, line, 1)) {
            for (int i = 1; i <= 3; i++) {
                one.write(List.of(event(i)));
                two.write(List.of(event(i + 3)));
            }
            assertThat(one.path()).isEqualTo(file);
            assertThat(two.path()).isEqualTo(directory.resolve("events-2.jsonl"));
        }
        assertThat(Files.readAllLines(file)).containsExactly(event(3).toJson());
        assertThat(Files.readAllLines(directory.resolve("events-2.1.jsonl"))).containsExactly(event(5).toJson());
        assertThat(Files.readAllLines(directory.resolve("events-2.jsonl"))).containsExactly(event(6).toJson());
        try (JsonLinesSink next = JsonLinesSink.create(file)) {
            assertThat(next.path()).isEqualTo(file);
        }
    }

    @Test
    void fullDisk_isReportedAndSurvived() throws IOException {
        try (JsonLinesSink sink = JsonLinesSink.create(Path.of("/dev/full"))) {
            assertThatThrownBy(() -> sink.write(List.of(event(1)))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sink.write(List.of(event(2)))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void sizesBelowTheMinimum_areRefused() {
        assertThatThrownBy(() -> JsonLinesSink.create(directory.resolve("x"), 0, 1))
                .hasMessageContaining("maxBytes");
        assertThatThrownBy(() -> JsonLinesSink.create(directory.resolve("x"), 1, -1))
                .hasMessageContaining("keptFiles");
    }
}
