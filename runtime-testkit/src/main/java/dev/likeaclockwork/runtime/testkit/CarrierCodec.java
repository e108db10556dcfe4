// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The encoding of a vector timestamp on the carriers of a contract, with examples of malformed values. */
public enum CarrierCodec {
    /** Text: HTTP. */
    TEXT {
        @Override
        public CarrierGetter getter(List<byte[]> values) {
            return CarrierGetter.repeatedText(name -> name.equals(TextTransport.VECTOR_HEADER)
                    ? values.stream().map(this::text).iterator()
                    : List.<String>of().iterator());
        }

        @Override
        public CarrierSetter setter(Consumer<byte[]> taker) {
            return CarrierSetter.text((name, value) -> taker.accept(bytes(value)));
        }

        @Override
        public List<byte[]> malformed() {
            return List.of(
                            "a",
                            "=1",
                            "a=",
                            "a=-1",
                            "a=1,a=2",
                            "a=99999999999999999999",
                            "a=1;b=2",
                            "\u00e9=1",
                            "a=\u00e9")
                    .stream()
                    .map(this::bytes)
                    .toList();
        }

        private String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        private byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    /** Bytes: gRPC and Kafka. */
    BINARY {
        @Override
        public CarrierGetter getter(List<byte[]> values) {
            return CarrierGetter.binary(name -> name.equals(BinaryTransport.VECTOR_HEADER) && !values.isEmpty()
                    ? values.get(values.size() - 1)
                    : null);
        }

        @Override
        public CarrierSetter setter(Consumer<byte[]> taker) {
            return CarrierSetter.binary((name, value) -> taker.accept(value));
        }

        @Override
        public List<byte[]> malformed() {
            return List.of(
                    new byte[] {1},
                    new byte[] {(byte) 0x81},
                    new byte[] {(byte) 0xdf, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                    new byte[] {(byte) 0x81, (byte) 0xa1, 'a', (byte) 0xff},
                    new byte[] {(byte) 0x81, (byte) 0xa1, (byte) 0xe9, 1},
                    new byte[] {(byte) 0x81, (byte) 0xa1, 'a', 1, 1});
        }
    };

    /** Reads a carrier whose timestamp header has these values. */
    public abstract CarrierGetter getter(List<byte[]> values);

    /** Writes a carrier: hands the value of the timestamp header to {@code taker}. */
    public abstract CarrierSetter setter(Consumer<byte[]> taker);

    /** Values that are no timestamps. */
    public abstract List<byte[]> malformed();

    /** The header value of a timestamp. */
    public final byte[] encode(VectorTimestamp timestamp) {
        byte[][] encoded = new byte[1][];
        setter(value -> encoded[0] = value).set(timestamp, Integer.MAX_VALUE);
        return encoded[0];
    }
}
