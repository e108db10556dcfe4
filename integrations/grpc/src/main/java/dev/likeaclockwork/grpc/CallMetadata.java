// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import io.grpc.Metadata;

/** Reads and writes the vector in the headers or trailers of a call. Of several values, the last one counts. */
final class CallMetadata {
    private static final Metadata.Key<byte[]> VECTOR = Metadata.Key.of(
            BinaryTransport.VECTOR_HEADER + Metadata.BINARY_HEADER_SUFFIX, Metadata.BINARY_BYTE_MARSHALLER);

    private CallMetadata() {}

    static boolean hasVector(Metadata metadata) {
        return metadata.containsKey(VECTOR);
    }

    static CarrierGetter getter(Metadata metadata) {
        return CarrierGetter.binary(name -> metadata.get(VECTOR));
    }

    /** Removes all vectors from the metadata, and returns a setter that adds one. */
    static CarrierSetter setter(Metadata metadata) {
        metadata.discardAll(VECTOR);
        return CarrierSetter.binary((name, value) -> metadata.put(VECTOR, value));
    }
}
