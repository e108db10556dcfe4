// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.testkit.CountedMetrics;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs for seconds in every build, and for an hour in the profile "soak". */
class SoakTest {
    private static final int SERVICES = 3;
    private static final int SAMPLES = 60;
    private static final long REQUESTS = Long.getLong("soak.requests", 3000) / SAMPLES;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 5));

    /**
     * The allowed growth in bytes over half of a run: half a byte per request in the long run, 58 bytes per request in
     * the short one.
     */
    private static final long MAX_GROWTH = 1 << 18;

    @TempDir
    private Path folder;

    /** Silences Tomcat, which logs the exceptions that the servlets throw on purpose. */
    @BeforeAll
    static void silence() {
        LogManager.getLogManager().reset();
    }

    @Test
    void traffic_leavesTheHeapAsItWas() throws Exception {
        CountedMetrics counts = new CountedMetrics();
        HeapCurve heap = new HeapCurve();
        HttpClient client = HttpClient.newHttpClient();
        try (Service inventory = Service.start("inventory", folder, counts, client);
                Service payment = Service.start("payment", folder, counts, client);
                Service order = Service.start("order", folder, counts, client, payment.uri(), inventory.uri())) {
            Traffic traffic = new Traffic(client, order.uri());
            for (int i = 0; i < SAMPLES; i++) {
                traffic.send(REQUESTS, TIME.dividedBy(SAMPLES));
                heap.sample();
            }
            long requests = SERVICES * traffic.sent.get();
            Files.writeString(Path.of(System.getProperty("soak.graph", "target/soak.svg")), heap.graph(requests, TIME));

            assertThat(traffic.answered).hasValue(traffic.sent.get());
            assertThat(counts.of("rejected")).isEqualTo(traffic.forged.get());
            assertThat(List.of("dropped", "failed", "scopeMisused", "identityConflict"))
                    .allSatisfy(name -> assertThat(counts.of(name)).as(name).isZero());
            assertThat(counts.of("recorded")).isGreaterThan(5 * requests);
            assertThat(heap.growth()).as(heap.toString()).isLessThan(MAX_GROWTH);
        }
    }
}
