// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.options;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Something to read, plain or compressed by gzip, with the name that messages give it. */
public interface Source {
    /** The name, such as that of a file as the user gave it. */
    String name();

    /**
     * Opens it; the reader closes it.
     *
     * @throws IOException if it cannot be read; the reader reports that, and goes on with the other sources
     */
    InputStream open() throws IOException;

    /** A file, which is opened when its turn comes. */
    static Source file(String path) {
        Objects.requireNonNull(path, "path");
        return of(path, () -> open(path));
    }

    /** A stream such as standard input, which can be read once. */
    static Source stream(String name, InputStream stream) {
        Objects.requireNonNull(stream, "stream");
        return of(name, () -> stream);
    }

    /** A text that is there already. */
    static Source text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(name, () -> new ByteArrayInputStream(bytes));
    }

    private static Source of(String name, Opening opening) {
        Objects.requireNonNull(name, "name");
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }

    private static InputStream open(String name) throws IOException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new FileSystemException(name, null, "is a directory");
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException e) {
            throw new FileSystemException(name, null, "is no name of a file here: " + e.getReason());
        }
    }

    /** How a source is opened. */
    interface Opening {
        /** Opens it. */
        InputStream open() throws IOException;
    }
}
