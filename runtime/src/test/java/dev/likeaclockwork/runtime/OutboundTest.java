// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private final Logs logs = new Logs();
    private final Clockwork clockwork = logs.clockwork;
    private final Activity activity = clockwork.start();

    @AfterEach
    void close() {
        clockwork.close();
    }

    @Test
    void fork_knows_the_sending_and_nothing_that_came_later() {
        Outbound outbound = clockwork.producer().send(activity, "orders", StampTarget.none());
        VectorTimestamp sent = activity.snapshot();
        VectorTimestamp later = activity.tick("later");
        Outbound apart = outbound.fork();
        apart.fail("refused");
        VectorTimestamp refused = apart.activity().snapshot();
        assertThat(sent.relationTo(refused)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(later.relationTo(refused)).isEqualTo(CausalityRelation.CONCURRENT);
        assertThat(logs.lines()).hasSize(3);
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void fork_in_the_scope_of_the_process_is_the_process() {
        Clockwork process = Clockwork.builder("broker").scope(Scope.PROCESS).build();
        Outbound outbound = process.producer().send("orders", StampTarget.none());
        assertThat(outbound.fork().activity()).isSameAs(outbound.activity());
        process.close();
    }

    @Test
    void failure_has_the_name_that_it_was_given() {
        clockwork.rpcClient().send(activity, "Stock/Get", StampTarget.none()).fail("status UNAVAILABLE");
        assertThat(logs.lines().get(1)).contains("\"error\":\"status UNAVAILABLE\"");
        Inbound inbound = clockwork.rpcServer().receive("Stock/Get", StampSource.none());
        inbound.fail("status INTERNAL");
        inbound.fail("status UNKNOWN");
        assertThat(logs.lines()).hasSize(4);
        assertThat(logs.lines().get(3)).contains("\"error\":\"status INTERNAL\"");
    }
}
