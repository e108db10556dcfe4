// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DemoTest {
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    @TempDir
    private static Path folder;

    private static RunningDemo plain;
    private static RunningDemo fixed;

    @BeforeAll
    static void runBoth() throws Exception {
        plain = RunningDemo.start(folder.resolve("demo"));
        plain.end();
        fixed = RunningDemo.start(folder.resolve("demo-fixed"), "--fixed");
        fixed.end();
    }

    @Test
    void demo_namesTheRaceOfTheRows() {
        assertThat(plain.exitCode()).as(plain.printed()).isZero();
        assertThat(plain.printed())
                .contains("LOST UPDATE on product:42")
                .contains("stock.written, write product:42 (2 over 1)")
                .contains("stock.written, write product:42 (3 over 1)")
                .contains("last common cause: order/")
                .contains("1 race.")
                .contains("the last piece of product:42 was sold to Ann and Bob. Charged: Ann twice, Bob twice.");
    }

    @Test
    void fixedDemo_sellsOnceChargesOnceAndShowsWhatDiffers() {
        assertThat(fixed.exitCode()).as(fixed.printed()).isZero();
        assertThat(fixed.printed())
                .contains("product:42 has 2 siblings: sold to Ann (shop-db:2) ∥ sold to Bob (shop-db:3) [shop-db=3]")
                .contains("product:42 is merged: \"sold to Ann, then to Bob\", version 4")
                .contains("Bob's write is rejected: product:42 has changed since version 1")
                .contains("HTTP 409   product:42 is sold out")
                .contains("the last piece of product:42 was sold to Ann. Charged: Ann once.")
                .contains("Ann is not charged for order-1: DUPLICATE")
                .contains("\nNo races.")
                .contains("$ ./clockwork diff " + folder.resolve("demo") + "/*.jsonl -- ")
                .contains("- race gone  LOST UPDATE on product:42")
                .containsPattern("- missing  payment/\\w+  payment.charged")
                .containsPattern("\\+ new      payment/\\w+  payment.dropped")
                .containsPattern("\\+ new      inventory/\\w+  stock.conflict")
                .containsPattern("\\+ new      inventory/\\w+  stock.merged, write product:42 \\(4 over 2\\)")
                .endsWith("\n7 events missing, 4 new; 1 order changed; 1 race gone, 0 new.");
    }

    @Test
    void demo_leavesNothingButLogs() throws IOException {
        for (RunningDemo demo : List.of(plain, fixed)) {
            assertThat(demo.pids())
                    .hasSize(3)
                    .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
            assertThat(demo.printed()).doesNotContain("\u001b").doesNotContain("Exception");
            assertOnlyLogs(demo);
        }
    }

    @Test
    void killedDemo_leavesNoProcessBehind() throws Exception {
        RunningDemo demo = RunningDemo.start(folder.resolve("killed"));
        List<ProcessHandle> services = demo.awaitServices();
        demo.kill();

        assertAllEnd(services);
        assertThat(demo.temporaryFiles()).isEmpty();
    }

    @Test
    void interruptedDemo_leavesNothingBehind() throws Exception {
        RunningDemo demo = RunningDemo.start(folder.resolve("interrupted"));
        List<ProcessHandle> services = demo.awaitServices();
        demo.signal("INT");
        demo.end();

        assertThat(demo.exitCode()).as(demo.printed()).isEqualTo(128 + SIGINT);
        assertThat(demo.printed()).doesNotContain("Exception").doesNotContain("clockwork demo:");
        assertAllEnd(services);
        assertOnlyLogs(demo);
    }

    @Test
    void demoTerminatedWhileStarting_leavesNothingBehind() throws Exception {
        RunningDemo demo = RunningDemo.start(folder.resolve("ended"));
        demo.awaitLine("Starting ");
        demo.signal("TERM");
        demo.end();

        assertThat(demo.exitCode()).as(demo.printed()).isEqualTo(128 + SIGTERM);
        assertThat(demo.printed()).doesNotContain("Exception").doesNotContain("clockwork demo:");
        assertOnlyLogs(demo);
    }

    @Test
    void keptSample_showsTheRace() {
        CausalGraph graph = new LogReader(ReadOptions.standard())
                .read(Stream.of("order", "payment", "inventory")
                        .map(service -> Source.file("sample/" + service + ".jsonl"))
                        .toList())
                .get("");

        assertThat(graph.problems()).isEmpty();
        assertThat(Races.of(graph)).singleElement().satisfies(race -> {
            assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
            assertThat(race.resource()).isEqualTo("product:42");
        });
    }

    private static void assertOnlyLogs(RunningDemo demo) throws IOException {
        assertThat(demo.temporaryFiles()).isEmpty();
        try (Stream<Path> files = Files.list(demo.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".jsonl") || name.endsWith(".log"));
        }
    }

    private static void assertAllEnd(List<ProcessHandle> services) throws Exception {
        for (ProcessHandle service : services) {
            assertThat(service.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }
}
