// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources that logs are read from: files, and streams such as standard input. UTF-8; line ends of any system. */
public final class Sources {
    private Sources() {}

    /** A file. */
    public static LogReader.Source file(String path) {
        return new Text(path, () -> Files.readAllBytes(Path.of(path)));
    }

    /** A stream, read to its end. */
    public static LogReader.Source stream(String name, InputStream stream) {
        return new Text(name, stream::readAllBytes);
    }

    /** A text that is there already. */
    public static LogReader.Source text(String name, String text) {
        return new Text(name, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Bytes {
        byte[] read() throws IOException;
    }

    private record Text(String name, Bytes bytes) implements LogReader.Source {
        @Override
        public String text() throws IOException {
            return new String(bytes.read(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
