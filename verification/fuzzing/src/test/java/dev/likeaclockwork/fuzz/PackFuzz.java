// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Optional;

/** Any bytes as the binary header of a vector or Lamport timestamp. */
public final class PackFuzz {
    private static final Decoding VECTORS = new Decoding(4 << 10, 4 * (8 << 10));
    private static final Decoding LAMPORT_TIMES = new Decoding(4 << 10, 4 << 10);

    private PackFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        LAMPORT_TIMES.of(() -> BinaryTransport.extractLamport(name -> data));
        Optional<VectorTimestamp> vector = VECTORS.of(() -> BinaryTransport.extractVector(name -> data));
        if (vector != null) {
            checkKnownMembership(vector.orElseThrow(), data);
        }
    }

    private static void checkKnownMembership(VectorTimestamp vector, byte[] data) {
        for (int i = 0; i < 3; i++) {
            Optional<VectorTimestamp> again = VECTORS.of(() -> BinaryTransport.extractVector(name -> data));
            BinaryTransport.inject(again.orElseThrow(), (name, header) -> {
                Optional<VectorTimestamp> written = BinaryTransport.extractVector(n -> header);
                if (!written.orElseThrow().toString().equals(vector.toString())) {
                    throw new AssertionError(vector);
                }
            });
        }
    }
}
