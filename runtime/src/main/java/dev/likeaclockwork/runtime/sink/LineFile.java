// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is rotated when it is full. Appends whole lines only. Locked while it is open, so that it has
 * one writer. Not thread-safe.
 */
final class LineFile implements Closeable {
    private static final int MAX_WRITERS = 1000;

    private final Path path;
    private final long maxBytes;
    private final int keptFiles;
    private FileChannel channel;

    /** The offset after the last whole line. */
    private long end;

    private LineFile(Path path, long maxBytes, int keptFiles, FileChannel channel) {
        this.path = path;
        this.maxBytes = maxBytes;
        this.keptFiles = keptFiles;
        this.channel = channel;
    }

    /**
     * Opens {@code path} or, if another writer has it open, the first free one of {@code events-2.jsonl},
     * {@code events-3.jsonl} and so on.
     */
    static LineFile open(Path path, long maxBytes, int keptFiles) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        for (int writer = 1; writer <= MAX_WRITERS; writer++) {
            Path own = writer == 1 ? path : with(path, "-" + writer);
            FileChannel channel = lock(own);
            if (channel != null) {
                LineFile file = new LineFile(own, maxBytes, keptFiles, channel);
                file.finishLastLine();
                return file;
            }
        }
        throw new IOException(path + " and " + (MAX_WRITERS - 1) + " files beside it are open in other writers");
    }

    /** Inserts text before the file name extension, as {@code -2} in {@code events-2.jsonl}. */
    private static Path with(Path path, String addition) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(
                dot <= 0 ? name + addition : name.substring(0, dot) + addition + name.substring(dot));
    }

    /** Opens and locks a file; returns null if another writer has it. */
    private static @Nullable FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (isOurs(channel)) {
            return channel;
        }
        channel.close();
        return null;
    }

    private static boolean isOurs(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // The file system has no locks; the class description of JsonLinesSink covers this case.
            return true;
        }
    }

    Path path() {
        return path;
    }

    private void finishLastLine() throws IOException {
        end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
            append(new byte[] {'\n'});
        }
    }

    /** Appends lines, all or none of them. */
    void append(byte[] lines) throws IOException {
        if (!channel.isOpen()) {
            // An interrupt closes the channel.
            takeNewChannel();
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
        for (int number = keptFiles; number > 0; number--) {
            Path from = number == 1 ? path : with(path, "." + (number - 1));
            if (Files.exists(from)) {
                Files.move(from, with(path, "." + number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (keptFiles == 0) {
            Files.delete(path);
        }
        FileChannel full = channel;
        try {
            takeNewChannel();
        } finally {
            full.close();
        }
    }

    private void takeNewChannel() throws IOException {
        FileChannel taken = lock(path);
        if (taken == null) {
            throw new IOException(path + " is open in another writer");
        }
        channel = taken;
        end = taken.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
