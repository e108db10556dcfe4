// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private final Logs logs = new Logs();
    private final Clockwork clockwork = logs.clockwork;
    private final Activity activity = clockwork.startActivity();

    @AfterEach
    void close() {
        clockwork.close();
    }

    @Test
    void fork_knowsTheSendingAndNothingLater() {
        Outbound outbound = OutboundHandler.producer(clockwork).send(activity, "orders", CarrierSetter.none());
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
    void forkInProcessScope_isTheProcess() {
        Clockwork process = Clockwork.builder("broker").scope(NodeScope.PROCESS).build();
        Outbound outbound = OutboundHandler.producer(process).send("orders", CarrierSetter.none());
        assertThat(outbound.fork().activity()).isSameAs(outbound.activity());
        process.close();
    }

    @Test
    void failure_hasTheGivenReason() {
        OutboundHandler.rpcClient(clockwork)
                .send(activity, "Stock/Get", CarrierSetter.none())
                .fail("status UNAVAILABLE");
        assertThat(logs.lines().get(1)).contains("\"error\":\"status UNAVAILABLE\"");
        Inbound inbound = InboundHandler.rpcServer(clockwork).receive("Stock/Get", CarrierGetter.none());
        inbound.fail("status INTERNAL");
        inbound.fail("status UNKNOWN");
        assertThat(logs.lines()).hasSize(4);
        assertThat(logs.lines().get(3)).contains("\"error\":\"status INTERNAL\"");
    }
}
