// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.testkit.Reply;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** gRPC methods with text messages, without generated code. */
final class Calls {
    static final Metadata.Key<byte[]> VECTOR = Metadata.Key.of("causality-vc-bin", Metadata.BINARY_BYTE_MARSHALLER);

    /** The logger of exceptions that handlers throw. */
    private static final Logger EXECUTOR = Logger.getLogger("io.grpc.internal.SerializingExecutor");

    static {
        EXECUTOR.setLevel(Level.OFF);
    }

    private Calls() {}

    static MethodDescriptor<String, String> method(MethodType type, String name) {
        return MethodDescriptor.newBuilder(new Text(), new Text())
                .setType(type)
                .setFullMethodName(name)
                .build();
    }

    /** A service with one handler for methods of any name. */
    static HandlerRegistry anyMethod(MethodType type, ServerCallHandler<String, String> handler) {
        return new HandlerRegistry() {
            @Override
            public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
                return ServerMethodDefinition.create(method(type, name), handler);
            }
        };
    }

    static Metadata metadata(List<byte[]> vectors) {
        Metadata metadata = new Metadata();
        vectors.forEach(vector -> metadata.put(VECTOR, vector));
        return metadata;
    }

    static List<byte[]> vectors(Metadata... all) {
        List<byte[]> vectors = new ArrayList<>();
        for (Metadata metadata : all) {
            Iterable<byte[]> values = metadata == null ? null : metadata.getAll(VECTOR);
            if (values != null) {
                values.forEach(vectors::add);
            }
        }
        return vectors;
    }

    static Reply failure(List<byte[]> vectors) {
        return new Reply(false, "", vectors);
    }

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
