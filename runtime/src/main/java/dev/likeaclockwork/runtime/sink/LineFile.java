// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that whole lines are appended to, and that makes room for another one when it is full. Not thread-safe. */
final class LineFile implements Closeable {
    private final Path path;
    private final long maxBytes;
    private final int keptFiles;
    private FileChannel channel;

    /** Where the last whole line ends. */
    private long end;

    private LineFile(Path path, long maxBytes, int keptFiles, FileChannel channel) {
        this.path = path;
        this.maxBytes = maxBytes;
        this.keptFiles = keptFiles;
        this.channel = channel;
    }

    static LineFile open(Path path, long maxBytes, int keptFiles) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        LineFile file = new LineFile(path, maxBytes, keptFiles, channel(path));
        file.finishLastLine();
        return file;
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void finishLastLine() throws IOException {
        end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
            append(new byte[] {'\n'});
        }
    }

    /** Appends lines; if that fails, none of them is there. */
    void append(byte[] lines) throws IOException {
        if (!channel.isOpen()) {
            // An interrupt closes a channel.
            channel = channel(path);
            end = channel.size();
        }
        if (end > 0 && end + lines.length > maxBytes) {
            rotate();
        }
        try {
            writeFully(ByteBuffer.wrap(lines));
            end += lines.length;
        } catch (IOException e) {
            cutHalfLine(e);
            throw e;
        }
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        long position = end;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    private void cutHalfLine(IOException cause) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void rotate() throws IOException {
        channel.close();
        for (int number = keptFiles; number > 0; number--) {
            Path from = number == 1 ? path : numbered(number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (keptFiles == 0) {
            Files.delete(path);
        }
        channel = channel(path);
        end = channel.size();
    }

    /** {@code events.1.jsonl} of {@code events.jsonl}. */
    private Path numbered(int number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(
                dot <= 0 ? name + "." + number : name.substring(0, dot) + "." + number + name.substring(dot));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
