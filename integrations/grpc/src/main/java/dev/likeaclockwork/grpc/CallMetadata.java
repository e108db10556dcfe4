// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import io.grpc.Metadata;

/** The headers or trailers of a call as a carrier. Of several stamps, the last one counts. */
final class CallMetadata {
    private static final Metadata.Key<byte[]> STAMP = Metadata.Key.of(
            BinaryTransport.VECTOR_HEADER + Metadata.BINARY_HEADER_SUFFIX, Metadata.BINARY_BYTE_MARSHALLER);

    private CallMetadata() {}

    static boolean hasStamp(Metadata metadata) {
        return metadata.containsKey(STAMP);
    }

    static CarrierGetter source(Metadata metadata) {
        return CarrierGetter.binary(name -> metadata.get(STAMP));
    }

    /** Takes a stamp in the place of all that are there, which are gone in any case. */
    static CarrierSetter target(Metadata metadata) {
        metadata.discardAll(STAMP);
        return CarrierSetter.binary((name, value) -> metadata.put(STAMP, value));
    }
}
