// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.ClockworkCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OtelDemoTest {
    private static final Pattern FAULT = Pattern.compile("\"type\":\"fault\",\"fault\":\"(\\w+)\"");

    @TempDir
    private Path folder;

    @Test
    void demo_findsThePlantedRaceAndNoOther() throws Exception {
        Process demo = start(folder.toString());
        String printed = new String(demo.getInputStream().readAllBytes(), UTF_8);

        assertThat(demo.waitFor()).as(printed + errors()).isZero();
        assertThat(printed)
                .contains("LOST UPDATE on stock/product:42: two concurrent writes over the same version")
                .doesNotContain("on stock/product:7:")
                .endsWith("\n1 race, 1 not proven.\n");
        assertThat(faults("order", "payment", "inventory")).isEmpty();
    }

    @Test
    void hostileHeaders_failNoRequest() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("stock") + ";AUTO_SERVER=TRUE";
        String many = "a=1,".repeat(2_000) + "b=1";
        List<Integer> answers = new ArrayList<>();
        try (Connection stock = StockTable.create(url, "product:1");
                AgentProcess service = AgentProcess.start(Path.of("target/agent"), folder, "inventory", url)) {
            for (String header : List.of("nonsense", "a=1,a=2", many, "a=1")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "product:1?nobody"))
                        .header("X-Causality-Vector", header)
                        .build();
                answers.add(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }
            assertThat(answers).as(errors()).containsExactly(200, 200, 200, 200);
            assertThat(StockTable.pieces(stock, "product:1")).isEqualTo(6);
        }

        assertThat(faults("inventory"))
                .as("a well-formed vector is accepted, and no log has events of node 'a'")
                .containsExactly("unknown_node");
    }

    /** The kinds of faults except clock skew: servers end their spans after the answer has left. */
    private List<String> faults(String... services) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        List<String> command = new ArrayList<>(List.of("check", "--json"));
        Stream.of(services)
                .map(service -> folder.resolve(service + ".otlp").toString())
                .forEach(command::add);
        ClockworkCommand.commandLine(out, out).execute(command.toArray(String[]::new));
        out.flush();
        return FAULT.matcher(printed.toString())
                .results()
                .map(fault -> fault.group(1))
                .filter(fault -> !fault.equals("clock_skew"))
                .toList();
    }

    @Test
    void missingFolder_isBadUsage() throws Exception {
        Process demo = start();

        assertThat(new String(demo.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("Usage: clockwork otel [LOG_FOLDER]\n");
        assertThat(demo.waitFor()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtelDemo.class.getName(),
                "target/agent"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private String errors() throws Exception {
        StringBuilder errors = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".err")).toList()) {
                errors.append(file.getFileName()).append(":\n").append(Files.readString(file));
            }
        }
        return errors.toString();
    }
}
