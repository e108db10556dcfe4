// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first code of the README compiles, holds, and is the code below. */
class ReadmeTest {
    @Test
    void firstExample_holds() {
        VectorClock order = VectorClock.fresh("order-service");
        VectorClock payment = VectorClock.fresh("payment-service");
        Map<String, String> request =
                new HashMap<>(); // or any other carrier: request::setHeader, record.headers()::add

        VectorTimestamp sent = order.send();
        TextTransport.inject(sent, request::put); // X-Causality-Vector: order-service/5k2v0c1m9z3xq=1
        VectorTimestamp received = TextTransport.tryExtractVector(request::get)
                .map(payment::receive)
                .orElseGet(payment::tick);

        assertThat(sent.relationTo(received)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(order.tick().relationTo(received)).isEqualTo(CausalityRelation.CONCURRENT);
    }

    @Test
    void firstExample_standsInTheCorePageButForLineBreaks() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/likeaclockwork/ReadmeTest.java"));
        String page = Files.readString(Path.of("../docs/core.md"));
        int start = page.indexOf("```java\n") + "```java\n".length();
        String example = page.substring(start, page.indexOf("```", start));

        assertThat(example.lines()).hasSizeGreaterThan(7);
        assertThat(withoutBlanks(source)).contains(withoutBlanks(example));
    }

    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s+", "");
    }
}
