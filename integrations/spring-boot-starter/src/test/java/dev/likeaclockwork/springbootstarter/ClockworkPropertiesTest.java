// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** Tests how properties configure the runtime, and how invalid ones are explained. */
class ClockworkPropertiesTest {
    @TempDir
    private Path folder;

    private ApplicationContextRunner with(String... settings) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ClockworkAutoConfiguration.class,
                        ClockworkClientAutoConfiguration.class,
                        ClockworkEndpointAutoConfiguration.class,
                        ClockworkMetricsAutoConfiguration.class,
                        ClockworkServletAutoConfiguration.class,
                        ClockworkTaskAutoConfiguration.class))
                .withPropertyValues("clockwork.file.path=" + folder.resolve("service.jsonl"))
                .withPropertyValues(settings);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("service.jsonl"));
    }

    @Test
    void recordedEvents_areInTheFileAfterShutdown() throws IOException {
        with("spring.application.name=order")
                .run(context ->
                        context.getBean(Clockwork.class).event("order.placed").record());
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"node\":\"order/")
                .contains("order.placed");
    }

    @ParameterizedTest
    @CsvSource({"Order Service,Order-Service", "a/b=c,a-b-c", "ca\u00fe,ca-"})
    void applicationName_becomesALegalServiceName(String application, String service) {
        with("spring.application.name=" + application)
                .run(context ->
                        assertThat(context.getBean(Clockwork.class).service()).isEqualTo(service));
    }

    @Test
    void serviceName_hasADefault() {
        with().run(context ->
                assertThat(context.getBean(Clockwork.class).service()).isEqualTo("application"));
    }

    @Test
    void disabledStarter_createsNoBeans() {
        with("clockwork.enabled=false").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanNamesForType(Clockwork.class)).isEmpty();
            assertThat(context.getBeanNamesForType(TaskDecorator.class)).isEmpty();
            assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.contains("lockwork"));
            assertThat(folder.resolve("service.jsonl")).doesNotExist();
        });
    }

    @Test
    void userRuntime_replacesTheDefault() {
        with("clockwork.edge=drop").withUserConfiguration(Own.class).run(context -> {
            assertThat(context.getBean(Clockwork.class).service()).isEqualTo("own");
            assertThat(folder.resolve("service.jsonl")).doesNotExist();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        Clockwork own() {
            return Clockwork.builder("own").build();
        }
    }

    @Test
    void userSinksAndMetrics_areUsed() {
        with().withUserConfiguration(OwnSink.class).run(context -> {
            Clockwork clockwork = context.getBean(Clockwork.class);
            clockwork.event("seen").record();
            assertThat(clockwork.flush(java.time.Duration.ofSeconds(30))).isTrue();
            assertThat(context.getBean("audit", InMemorySink.class).events()).hasSize(1);
            assertThat(context.getBean(Counting.class).recorded).isEqualTo(1);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSink {
        @Bean
        RecordSink audit() {
            return InMemorySink.create();
        }

        @Bean
        Counting counting() {
            return new Counting();
        }
    }

    static final class Counting implements RuntimeMetrics {
        private int recorded;

        @Override
        public void recorded() {
            recorded++;
        }
    }

    @Test
    void userSink_isClosedOnceAfterItsLastWrite() {
        ClosingSink sink = new ClosingSink();
        with().withBean("audit", RecordSink.class, () -> sink)
                .run(context -> context.getBean(Clockwork.class).event("seen").record());
        assertThat(sink.calls).containsExactly("write", "close");
    }

    private static final class ClosingSink implements RecordSink {
        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "closing";
        }

        @Override
        public void write(List<RecordedEvent> events) {
            calls.add("write");
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    @Test
    void userTaskDecorator_alsoCarriesTheActivity() {
        with().withUserConfiguration(OwnDecorator.class).run(context -> {
            Clockwork clockwork = context.getBean(Clockwork.class);
            List<Object> done = context.getBean(OwnDecorator.class).done;
            Runnable[] task = new Runnable[1];
            clockwork
                    .startActivity()
                    .run(() -> task[0] = context.getBean(TaskDecorator.class)
                            .decorate(() -> done.add(clockwork.current().isPresent())));
            task[0].run();
            assertThat(done).containsExactly("own", true);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDecorator {
        final List<Object> done = new ArrayList<>();

        @Bean
        TaskDecorator own() {
            return task -> () -> {
                done.add("own");
                task.run();
            };
        }
    }

    @Test
    void properties_configureTheRuntime() {
        with("clockwork.edge=restart", "clockwork.service=stock").run(context -> {
            assertThat(context.getBean(Clockwork.class).edgePolicy()).isEqualTo(EdgePolicy.RESTART);
            assertThat(context.getBean(Clockwork.class).service()).isEqualTo("stock");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "clockwork.service,a/b",
        "clockwork.header-budget,0B",
        "clockwork.header-budget,5GB",
        "clockwork.buffered-events,0",
        "clockwork.shutdown-timeout,-1s",
        "clockwork.file.path,/dev/null/log.jsonl",
        "clockwork.file.max-size,0B",
        "clockwork.file.kept-files,-1",
        "clockwork.collector.url,ftp://localhost/",
        "clockwork.recent.events,0",
        "clockwork.limits.max-entries,0",
        "clockwork.limits.max-size,0B",
    })
    void invalidProperty_isExplained(String property, String value) {
        with(property + "=" + value).run(context -> {
            FailureAnalysis analysis = new InvalidPropertyFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription())
                    .contains("Property: " + property)
                    .contains("Value: \"")
                    .contains("Reason: ");
            assertThat(analysis.getAction()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"clockwork.scope,planet", "clockwork.fiel.path,x.jsonl"})
    void unbindableProperty_failsTheStartup(String property, String value) {
        with(property + "=" + value).run(context -> assertThat(context).hasFailed());
    }
}
