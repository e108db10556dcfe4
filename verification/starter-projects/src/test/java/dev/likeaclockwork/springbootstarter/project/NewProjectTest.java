// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.ClockworkCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A new project with the starter as its only addition has a log in which {@code clockwork races} finds the planted
 * race.
 */
class NewProjectTest {
    private static final String STARTER =
            "dev.likeaclockwork:clockwork-spring-boot-starter:" + System.getProperty("clockwork.version");

    /** A dependency whose version Boot chooses; it is resolved first, so that Maven finds it offline. */
    private static final String MANAGED = "io.micrometer:context-propagation";

    @TempDir
    private Path folder;

    static Stream<Arguments> projects() {
        return Stream.of(System.getProperty("spring-boot.versions").split(","))
                .map(version -> Arguments.of(version, dependencies(version)));
    }

    private static List<String> dependencies(String boot) {
        String group = "org.springframework.boot:";
        return boot.startsWith("3.")
                ? List.of(group + "spring-boot-starter-web")
                : List.of(group + "spring-boot-starter-webmvc", group + "spring-boot-starter-restclient");
    }

    @ParameterizedTest
    @MethodSource("projects")
    void racesCommand_findsThePlantedRaceAndNoOther(String boot, List<String> dependencies) throws Exception {
        NewProject project = new NewProject(folder, boot);
        project.write(with(dependencies, MANAGED), "ShopApplication.java");
        project.build("-Dmaven.repo.local=" + System.getProperty("maven.repository"));
        project.write(with(dependencies, STARTER), "Shop.java");
        Path shop = project.build(
                "-Dmaven.repo.local=" + System.getProperty("clockwork.repository"),
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"));

        run(shop);

        String order = folder.resolve("logs/order.jsonl").toString();
        String stock = folder.resolve("logs/stock.jsonl").toString();
        StringWriter out = new StringWriter();
        assertThat(clockwork(out, "check", order, stock)).as("%s", out).isZero();
        StringWriter races = new StringWriter();
        assertThat(clockwork(races, "races", order, stock)).isEqualTo(1);
        assertThat(races.toString())
                .startsWith("LOST UPDATE on product:42")
                .contains("last common cause: none")
                .endsWith("1 race.\n");
    }

    private static List<String> with(List<String> dependencies, String addition) {
        return Stream.concat(dependencies.stream(), Stream.of(addition)).toList();
    }

    /** Runs two services and sends two orders concurrently. */
    private void run(Path shop) throws Exception {
        try (Service stock = Service.start("stock", shop, folder);
                Service order = Service.start("order", shop, folder)) {
            CompletableFuture<HttpResponse<String>> first = order(order, stock, 1);
            CompletableFuture<HttpResponse<String>> second = order(order, stock, 2);
            assertThat(first.get().body()).isEqualTo("reserved");
            assertThat(second.get().body()).isEqualTo("reserved");
        }
    }

    private static CompletableFuture<HttpResponse<String>> order(Service order, Service stock, int number)
            throws Exception {
        URI address = URI.create(order.address() + "/orders/" + number + "?stock=" + stock.address());
        HttpRequest request =
                HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    private static int clockwork(StringWriter out, String... arguments) {
        PrintWriter printer = new PrintWriter(out, true);
        return ClockworkCommand.commandLine(printer, printer).execute(arguments);
    }
}
