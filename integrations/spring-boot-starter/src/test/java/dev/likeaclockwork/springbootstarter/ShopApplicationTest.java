// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests a whole application on the oldest and the newest supported Spring Boot. */
class ShopApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext application;
    private static String address;

    private final Clockwork clockwork = application.getBean(Clockwork.class);
    private final InMemorySink recent = application.getBean(InMemorySink.class);

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                ShopApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.application.name=shop",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--management.endpoints.web.exposure.include=clockwork",
                "--clockwork.file.path=" + folder.resolve("shop.jsonl"));
        address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void forget() {
        assertThat(clockwork.flush(PATIENCE)).isTrue();
        recent.clear();
    }

    /** Returns all events but sent responses, which may be recorded after the client has received them. */
    private List<RecordedEvent> events() {
        assertThat(clockwork.flush(PATIENCE)).isTrue();
        return recent.events().stream()
                .filter(event -> !event.type().equals("http.response.sent"))
                .toList();
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Asserts that the events of a call of the service to itself form one chain. */
    private void assertOneChain() {
        List<RecordedEvent> events = events();
        assertThat(events)
                .extracting(RecordedEvent::type)
                .containsExactlyInAnyOrder(
                        "http.request.sent", "http.request.received", "stock.read", "http.response.received");
        RecordedEvent last = only(events, "http.response.received");
        RecordedEvent read = only(events, "stock.read");
        assertThat(last.vector().get(read.node())).isGreaterThanOrEqualTo(read.counter());
        assertThat(read.vector().get(last.node())).isEqualTo(1);
    }

    private static RecordedEvent only(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .reduce((one, other) -> {
                    throw new AssertionError(events);
                })
                .orElseThrow();
    }

    @Test
    void restClientFromTheBuilder_carriesCausality() {
        RestClient client = application.getBean(RestClient.Builder.class).build();
        clockwork
                .startActivity()
                .run(() -> client.get().uri(address + "/stock/1").retrieve().body(String.class));
        assertOneChain();
    }

    @Test
    void restTemplateBean_carriesCausality() {
        RestTemplate client = application.getBean(RestTemplate.class);
        clockwork.startActivity().run(() -> client.getForObject(address + "/stock/2", String.class));
        assertOneChain();
    }

    @Test
    void restTemplateFromTheBuilder_carriesCausality() throws Exception {
        RestTemplate client = fromBuilder();
        clockwork.startActivity().run(() -> client.getForObject(address + "/stock/3", String.class));
        assertOneChain();
    }

    /** Finds the builder, whose package differs between versions of Spring Boot. */
    private static RestTemplate fromBuilder()
            throws ClassNotFoundException, NoSuchMethodException, InvocationTargetException, IllegalAccessException {
        Class<?> builder = Class.forName(
                SpringBootVersion.getVersion().startsWith("3.")
                        ? "org.springframework.boot.web.client.RestTemplateBuilder"
                        : "org.springframework.boot.restclient.RestTemplateBuilder");
        return (RestTemplate) builder.getMethod("build").invoke(application.getBean(builder));
    }

    @Test
    void webClientFromTheBuilder_carriesCausality() {
        WebClient client = application.getBean(WebClient.Builder.class).build();
        clockwork
                .startActivity()
                .run(() -> client.get()
                        .uri(address + "/stock/4")
                        .retrieve()
                        .bodyToMono(String.class)
                        .block());
        assertOneChain();
    }

    @Test
    void eventAfterAReactiveCall_belongsToTheActivity() {
        WebClient client = application.getBean(WebClient.Builder.class).build();
        clockwork
                .startActivity()
                .run(() -> client.get()
                        .uri(address + "/stock/5")
                        .retrieve()
                        .bodyToMono(String.class)
                        .doOnNext(body -> clockwork.event("used").record())
                        .block());
        assertThat(only(events(), "used").node())
                .isEqualTo(only(events(), "http.request.sent").node());
    }

    @Test
    void asynchronousMethod_belongsToTheRequest() throws Exception {
        assertThat(get("/mail")).startsWith("task-");
        assertThat(events())
                .extracting(RecordedEvent::type)
                .containsExactly("http.request.received", "mail.wanted", "mail.sent");
        assertThat(events())
                .extracting(RecordedEvent::node)
                .containsOnly(events().get(0).node());
    }

    @Test
    void taskWithoutACaller_isAnActivityOfItsOwn() throws Exception {
        application
                .getBean(AsyncTaskExecutor.class)
                .submit(() -> {
                    clockwork.event("first").record();
                    clockwork.event("second").record();
                })
                .get();
        assertThat(events()).extracting(RecordedEvent::counter).containsExactly(1L, 2L);
    }

    @Test
    void endpoint_showsEventsAndRaces() throws Exception {
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> {
            try {
                return get("/race/42/8");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        get("/race/42/9");
        other.get();
        events();
        JsonNode shown = JsonMapper.shared().readTree(get("/actuator/clockwork"));
        assertThat(shown.get("service").asString()).isEqualTo("shop");
        assertThat(shown.get("dropped").asLong()).isZero();
        assertThat(shown.get("events")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(shown.get("events")
                        .valueStream()
                        .map(event -> event.get("_causality").get("event_type").asString()))
                .contains("http.request.received", "stock.read", "stock.written");
        JsonNode race = shown.get("races").get(0);
        assertThat(shown.get("races")).hasSize(1);
        assertThat(race.get("kind").asString()).isEqualTo("lost_update");
        assertThat(race.get("resource").asString()).isEqualTo("product:42");
        assertThat(events())
                .extracting(RecordedEvent::id)
                .contains(race.get("first").asString(), race.get("second").asString());
    }

    @Test
    void meters_count() throws Exception {
        double before = application
                .getBean(MeterRegistry.class)
                .get("clockwork.events")
                .counter()
                .count();
        get("/stock/6");
        events();
        assertThat(application
                        .getBean(MeterRegistry.class)
                        .get("clockwork.events")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(before + 3);
    }

    @Test
    void properties_haveMetadataForEditors() throws IOException {
        JsonNode metadata = JsonMapper.shared()
                .readTree(
                        ClockworkProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"));
        assertThat(metadata.get("properties"))
                .allSatisfy(property ->
                        assertThat(property.get("description").asString()).isNotBlank());
        assertThat(metadata.get("properties")
                        .valueStream()
                        .map(property -> property.get("name").asString()))
                .contains("clockwork.file.max-size", "clockwork.edge", "clockwork.collector.url");
    }
}
