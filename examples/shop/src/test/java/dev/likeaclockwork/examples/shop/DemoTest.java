// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Race;
import dev.likeaclockwork.graph.Races;
import dev.likeaclockwork.graph.read.LogReader;
import dev.likeaclockwork.graph.read.ReadOptions;
import dev.likeaclockwork.graph.read.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final int SIGINT = 2;

    @TempDir
    private Path folder;

    @Test
    void demo_namesTheRaceAndStopsEverything() throws Exception {
        Process demo = startDemo();
        String printed = read(demo);
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(demo.exitValue()).as(printed).isZero();
        assertThat(printed)
                .contains("LOST UPDATE on product:42")
                .contains("stock.written, write product:42 (8 over 7)")
                .contains("stock.written, write product:42 (9 over 7)")
                .contains("last common cause: order  payment.requested")
                .contains("1 race.")
                .doesNotContain("on product:7")
                .doesNotContain("\u001b");
        assertThat(runningPids(printed))
                .hasSize(3)
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void fixedDemo_keepsBothWritesAndShowsWhatDiffers() throws Exception {
        Path plain = folder;
        read(startDemo());
        folder = folder.resolveSibling(folder.getFileName() + "-fixed");
        Process demo = startFixedDemo();
        String printed = read(demo);
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(demo.exitValue()).as(printed).isZero();
        assertThat(printed)
                .containsPattern(
                        "HTTP 409: product:42 was changed after version 7, which (payment|inventory) had seen; both"
                                + " are kept: sold to \\w+ \\(shop-db:8\\) ∥ sold to \\w+ \\(shop-db:9\\)")
                .contains("Merged:                 sold to inventory and sold to payment (shop-db:10)")
                .contains("stock.written, write product:42 (8 over 7)")
                .doesNotContain("\nLOST UPDATE")
                .contains("$ ./clockwork diff " + plain.resolve("order.jsonl"))
                .contains("- race gone  LOST UPDATE on product:42");
        assertThat(runningPids(printed))
                .hasSize(3)
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    }

    @Test
    void killedDemo_leavesNoProcessBehind() throws Exception {
        Process demo = startDemo();
        List<ProcessHandle> services = runningServices(demo);
        demo.destroyForcibly();

        assertAllEnd(services);
    }

    @Test
    void interruptedDemo_leavesNoProcessBehind() throws Exception {
        Process demo = startDemo(hearingInterrupts());
        List<ProcessHandle> services = runningServices(demo);
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(demo.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(128 + SIGINT);
        assertAllEnd(services);
    }

    @Test
    void malformedMetadata_doesNotFailTheRequest() throws Exception {
        try (StockStore store = new StockStore(new PlainStock());
                RunningService inventory =
                        RunningService.start("inventory", folder.resolve("inventory.jsonl"), store.url())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(inventory.url() + "product:7"))
                    .header("X-Causality-Vector", "a=+1")
                    .build();
            HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("done, with 1 malformed headers so far");
            assertThat(reply.headers().firstValue("x-causality-vector")).contains("inventory=4");
        }
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

    private Process startDemo(String... environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(environment));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Process startFixedDemo() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        "--fixed",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String read(Process demo) throws IOException {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(demo.getInputStream(), UTF_8))) {
            return String.join("\n", output.lines().toList());
        }
    }

    /** A build in the background of a shell passes on that it ignores SIGINT; GNU's env can undo that. */
    private static String[] hearingInterrupts() throws IOException, InterruptedException {
        Process trial = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        return trial.waitFor() == 0 ? new String[] {"env", "--default-signal=INT"} : new String[0];
    }

    /** The services, once the demo says that all of them run. */
    private static List<ProcessHandle> runningServices(Process demo) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(demo.getInputStream(), UTF_8));
        String line = "";
        while (!line.startsWith("Running: ")) {
            line = output.readLine();
        }
        List<ProcessHandle> services = runningPids(line).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        assertThat(services).hasSize(3);
        return services;
    }

    private static List<Long> runningPids(String printed) {
        return Pattern.compile("\\(pid (\\d+)\\)")
                .matcher(printed)
                .results()
                .map(pid -> Long.valueOf(pid.group(1)))
                .toList();
    }

    private static void assertAllEnd(List<ProcessHandle> services) throws Exception {
        for (ProcessHandle service : services) {
            assertThat(service.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }
}
