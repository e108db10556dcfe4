// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.logback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** Tests real configurations and the lines that they write. */
class LogbackTest {
    private static final String STAMP_PATTERN = """
            <encoder><pattern>%X{clockwork.node}|%X{clockwork.vector}|%X{clockwork.event_id}|%X{user}|%msg%n</pattern></encoder>
            """;

    private static final String JSON = """
            <encoder class="dev.likeaclockwork.logback.CausalityEncoder">
              <encoder class="ch.qos.logback.classic.encoder.JsonEncoder"/>
            </encoder>
            """;

    private final Clockwork clockwork = Clockwork.builder("shop").build();
    private final LoggerContext context = new LoggerContext();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        context.stop();
        clockwork.close();
    }

    @Test
    void line_carriesTheVectorOfItsLogCall() throws Exception {
        Logger log = configure("", STAMP_PATTERN);
        Activity activity = clockwork.startActivity();
        activity.run(() -> {
            activity.tick("first");
            log.info("one");
            activity.tick("second");
            log.info("two {}", "pieces");
        });
        log.info("outside");

        String node = activity.node();
        assertThat(lines())
                .containsExactly(node + "|" + node + "=1|||one", node + "|" + node + "=2|||two pieces", "||||outside");
        assertThat(activity.snapshot().get(node)).as("a line is no event").isEqualTo(2);
    }

    @Test
    void threadMdc_isOnTheLineAndUnchanged() throws Exception {
        Logger log = configure("", STAMP_PATTERN);
        MDC.put("user", "u");
        clockwork.startActivity().run(() -> log.info("one"));

        assertThat(lines()).singleElement().asString().contains("|u|one");
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("user", "u"));
        MDC.clear();
    }

    @Test
    void asyncAppender_writesTheVectorOfTheCaller() throws Exception {
        Logger log = configureAll("""
                <appender name="file" class="ch.qos.logback.core.FileAppender"><file>%s</file>%s</appender>
                <appender name="async" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="file"/></appender>
                <appender name="clockwork" class="dev.likeaclockwork.logback.ClockworkAppender">
                  <appender-ref ref="async"/>
                </appender>
                """.formatted(file(), STAMP_PATTERN));
        Activity activity = clockwork.startActivity();
        activity.run(() -> {
            for (int i = 0; i < 100; i++) {
                activity.tick("next");
                log.info("line {}", i);
            }
        });

        List<String> lines = lines();
        assertThat(lines).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(lines.get(i))
                    .isEqualTo(activity.node() + "|" + activity.node() + "=" + (i + 1) + "|||line " + i);
        }
    }

    @Test
    void recordedLine_isAnEventOfItsActivity() throws Exception {
        Logger log = configure("<record>true</record>", STAMP_PATTERN);
        Activity activity = clockwork.startActivity();
        activity.run(() -> log.info("one"));

        assertThat(activity.snapshot().get(activity.node())).isEqualTo(1);
        assertThat(lines()).containsExactly("%1$s|%1$s=1|%1$s:1||one".formatted(activity.node()));
    }

    @Test
    void lineBelowTheLevel_isNoEvent() throws Exception {
        Logger log = configure("<record>true</record>", STAMP_PATTERN);
        Activity activity = clockwork.startActivity();
        activity.run(() -> log.debug("one"));

        assertThat(activity.snapshot().get(activity.node())).isZero();
    }

    @Test
    void pattern_writesAReadableEventLog() throws Exception {
        Logger log = configureAll("""
                <conversionRule conversionWord="causality" class="dev.likeaclockwork.logback.CausalityConverter"
                    converterClass="dev.likeaclockwork.logback.CausalityConverter"/>
                <appender name="file" class="ch.qos.logback.core.FileAppender">
                  <file>%s</file>
                  <encoder><pattern>%%d{HH:mm:ss} %%-5level %%msg %%causality%%n</pattern></encoder>
                </appender>
                <appender name="clockwork" class="dev.likeaclockwork.logback.ClockworkAppender">
                  <record>true</record>
                  <appender-ref ref="file"/>
                </appender>
                """.formatted(file()));
        Activity activity = clockwork.startActivity();
        activity.run(() -> log.info("stock of {} \"reserved\"", "product:42"));
        log.info("outside");
        context.stop();

        assertThat(lines().get(0)).matches("\\S+ INFO  stock of product:42 \"reserved\" \\{\"_causality\":\\{.*}}");
        assertThat(lines().get(1)).endsWith("outside ");
        CausalGraph graph = graph();
        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.event(0).label()).isEqualTo("stock of {} \"reserved\"");
        assertThat(graph.event(0).node()).isEqualTo(activity.node());
    }

    @Test
    void accessesOfKeyValues_race() throws Exception {
        Logger log = configure("<record>true</record>", JSON);
        for (String version : List.of("8", "9")) {
            clockwork
                    .startActivity()
                    .run(() -> log.atInfo()
                            .addKeyValue("clockwork.resource", "product:42")
                            .addKeyValue("clockwork.access", "write")
                            .addKeyValue("clockwork.base", 7)
                            .addKeyValue("clockwork.version", version)
                            .log("stock written"));
        }

        assertThat(Races.of(graph())).singleElement().satisfies(race -> {
            assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
            assertThat(race.resource()).isEqualTo("product:42");
        });
    }

    @Test
    void encoder_leavesNonObjectsUnchanged() throws Exception {
        Logger log = configure("<record>true</record>", """
                <encoder class="dev.likeaclockwork.logback.CausalityEncoder">
                  <encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder"><pattern>%msg%n</pattern></encoder>
                </encoder>
                """);
        clockwork
                .startActivity()
                .run(() -> List.of("text", "}", "", " ", "[{}]", "{ }").forEach(log::info));

        List<String> lines = lines();
        assertThat(lines.subList(0, 5)).containsExactly("text", "}", "", " ", "[{}]");
        assertThat(lines.get(5)).startsWith("{\"_causality\":{").endsWith("}}");
    }

    @Test
    void encoderWithoutADelegate_isReported() throws Exception {
        Logger log = configure("", "<encoder class=\"dev.likeaclockwork.logback.CausalityEncoder\"/>");
        log.info("one");

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() == Status.ERROR)
                .extracting(Status::getMessage)
                .contains("CausalityEncoder needs a nested <encoder> that writes JSON");
    }

    private record Truth(Activity activity, BitSet past) {}

    /** Activities log, fork and send to each other in several threads; the log must match what happened. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recordedLog_ordersEventsAsTheyHappened(long seed) throws Exception {
        Logger log = configure("<record>true</record>", JSON);
        Random random = new Random(seed);
        List<BitSet> truth = new ArrayList<>();
        List<Truth> branches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            branches.add(new Truth(clockwork.startActivity(), new BitSet()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 300; i++) {
            int mine = random.nextInt(branches.size());
            int other = random.nextInt(branches.size());
            int verb = random.nextInt(4);
            threads.submit(() -> step(log, truth, branches, mine, other, verb)).get();
        }
        threads.shutdown();

        CausalGraph graph = graph();
        assertThat(graph.size()).isEqualTo(truth.size());
        int[] numbers = new int[truth.size()];
        for (int event = 0; event < graph.size(); event++) {
            numbers[Integer.parseInt(graph.event(event).label())] = event;
        }
        for (int e = 0; e < truth.size(); e++) {
            for (int f = e + 1; f < truth.size(); f++) {
                assertThat(graph.relation(numbers[e], numbers[f]))
                        .as("seed %d, events %d and %d", seed, e, f)
                        .isEqualTo(truth.get(f).get(e) ? Ordering.HAPPENS_BEFORE : Ordering.CONCURRENT);
            }
        }
    }

    private static void step(Logger log, List<BitSet> truth, List<Truth> branches, int mine, int other, int verb) {
        Truth branch = branches.get(mine);
        switch (verb) {
            case 0 -> branches.set(other, new Truth(branch.activity.fork(), (BitSet) branch.past.clone()));
            case 1 -> {
                branch.activity.join(branches.get(other).activity);
                branch.past.or(branches.get(other).past);
            }
            default -> {
                branch.activity.run(() -> log.info(Integer.toString(truth.size())));
                truth.add((BitSet) branch.past.clone());
                branch.past.set(truth.size() - 1);
            }
        }
    }

    private Logger configure(String appender, String encoder) throws JoranException {
        return configureAll("""
                <appender name="file" class="ch.qos.logback.core.FileAppender"><file>%s</file>%s</appender>
                <appender name="clockwork" class="dev.likeaclockwork.logback.ClockworkAppender">
                  %s
                  <appender-ref ref="file"/>
                </appender>
                """.formatted(file(), encoder, appender));
    }

    private Logger configureAll(String appenders) throws JoranException {
        if (MDC.getMDCAdapter() instanceof LogbackMDCAdapter adapter) {
            context.setMDCAdapter(adapter);
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        String configuration = "<configuration>" + appenders
                + "<root level=\"info\"><appender-ref ref=\"clockwork\"/></root></configuration>";
        configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(UTF_8)));
        return context.getLogger("shop");
    }

    private Path file() {
        return folder.resolve("log");
    }

    private List<String> lines() throws IOException {
        context.stop();
        return Files.readAllLines(file());
    }

    private CausalGraph graph() {
        context.stop();
        CausalGraph graph = new LogReader(ReadOptions.standard())
                .read(List.of(Source.file(file().toString())))
                .get("");
        assertThat(graph.problems()).extracting(Problem::toString).isEmpty();
        return graph;
    }
}
