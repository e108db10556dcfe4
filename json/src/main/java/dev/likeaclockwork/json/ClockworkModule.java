// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 3 mapper the values of core, in the JSON of the like-a-clockwork crate for Rust:
 * {@code JsonMapper.builder().addModule(new ClockworkModule()).build()}.
 *
 * <p>Reading goes through the factories of core; JSON that they refuse gives Jackson's {@code MismatchedInputException}
 * with their reason. A counter above 2<sup>53</sup>-1 is not written: that gives {@link IllegalArgumentException}, as
 * in every transport, which Jackson may wrap.
 *
 * <p>To be registered before a mapper is built; from then on it is only read, and thread-safe.
 */
public final class ClockworkModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** A module for one mapper or many. */
    public ClockworkModule() {
        super("clockwork");
        addSerializer(VectorTimestamp.class, new VectorTimestampJson.Serializer());
        addDeserializer(VectorTimestamp.class, new VectorTimestampJson.Deserializer());
        addSerializer(LamportTimestamp.class, new LamportTimestampJson.Serializer());
        addDeserializer(LamportTimestamp.class, new LamportTimestampJson.Deserializer());
        addSerializer(CausalityRelation.class, new CausalityRelationJson.Serializer());
        addDeserializer(CausalityRelation.class, new CausalityRelationJson.Deserializer());
        addSerializer(TracedEvent.class, new TracedEventJson.Serializer());
        addDeserializer(TracedEvent.class, new TracedEventJson.Deserializer());
    }
}
