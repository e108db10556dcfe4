// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springkafka;

import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.MessagingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Runs the messaging contract with templates and listener containers. */
class SpringKafkaContractTest extends MessagingContract {
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedKafka.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Override
    protected Channel open() {
        return new SpringChannel(new SpringKafka(broker));
    }

    @Override
    protected CarrierCodec codec() {
        return CarrierCodec.BINARY;
    }
}
