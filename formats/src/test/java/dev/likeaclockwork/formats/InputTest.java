// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
    private static final String EVENT = "{\"_causality\":{\"vector\":{\"a\":1}}}\n";
    private static final Source GOOD = Source.text("good", "{\"_causality\":{\"vector\":{\"b\":1}}}");

    @TempDir
    private Path folder;

    @Test
    void gzip_isRecognisedByItsContent() throws IOException {
        Path file = Files.write(folder.resolve("log"), gzip(EVENT));

        assertThat(Reading.of(ReadOptions.standard(), Source.file(file.toString()))
                        .summary())
                .containsExactly("a:1 ");
    }

    @Test
    void cutGzip_isReadAsFarAsItGoesAndReportedOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            text.append("{\"_causality\":{\"vector\":{\"a\":").append(i).append("}}}\n");
        }
        byte[] whole = gzip(text.toString());
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        Reading reading = Reading.of(ReadOptions.standard(), Source.stream("cut", new ByteArrayInputStream(cut)), GOOD);

        assertThat(reading.events().size()).isBetween(5_000, 15_000);
        assertThat(reading.summary()).contains("a:5000 ", "b:1 ");
        assertThat(reading.problems())
                .containsExactly(
                        "UNREADABLE_INPUT cut: cannot be read to its end: Unexpected end of ZLIB input stream");
    }

    @Test
    void cutGzipOfSpans_isReadAsFarAsItGoesAndReportedOnce() throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int i = 1; i <= 20_000; i++) {
            text.append("{\"traceId\":\"a\",\"id\":\"").append(i).append("\",\"timestamp\":1,\"duration\":1},\n");
        }
        byte[] whole = gzip(text.toString());
        Source cut = Source.stream("cut", new ByteArrayInputStream(whole, 0, whole.length / 2));
        Reading reading = Reading.of(ReadOptions.standard(), cut);

        assertThat(reading.events().size()).isBetween(10_000, 30_000);
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void inputsThatCannotBeOpened_areReportedAndTheOthersRead() throws IOException {
        Source denied = new Source() {
            @Override
            public String name() {
                return "secret";
            }

            @Override
            public InputStream open() throws IOException {
                throw new AccessDeniedException("secret");
            }
        };
        Reading reading = Reading.of(
                ReadOptions.standard(),
                Source.file(folder.resolve("none").toString()),
                Source.file(folder.toString()),
                denied,
                Source.file("a\0b"),
                GOOD);

        assertThat(reading.summary()).containsExactly("b:1 ");
        assertThat(reading.problems())
                .containsExactlyInAnyOrder(
                        "UNREADABLE_INPUT " + folder.resolve("none") + ": no such file",
                        "UNREADABLE_INPUT " + folder + ": is a directory",
                        "UNREADABLE_INPUT secret: no permission to read it",
                        "UNREADABLE_INPUT a\0b: is no name of a file here: Nul character not allowed");
    }

    @Test
    void streamThatBreaks_isReadAsFarAsItGoes() {
        InputStream end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        byte[] start = (EVENT + EVENT.substring(0, 9)).getBytes(StandardCharsets.UTF_8);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(start), end);
        Reading reading = Reading.of(ReadOptions.standard(), Source.stream("disk", broken), GOOD);

        assertThat(reading.summary()).containsExactly("a:1 ", "b:1 ");
        assertThat(reading.problems())
                .containsExactly("UNREADABLE_INPUT disk: cannot be read to its end: the disk is gone");
    }

    @Test
    void binaryFile_isReportedAndTheOthersRead() {
        Source binary = Source.stream("binary", new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4, 0, 0, 7}));
        Reading reading = Reading.of(ReadOptions.standard(), binary, GOOD);

        assertThat(reading.summary()).containsExactly("b:1 ");
        assertThat(reading.problems())
                .containsExactly(
                        "UNREADABLE_INPUT binary: is no text: logs are text in UTF-8, as it is or compressed by gzip");
    }

    @Test
    void nestingWithoutEnd_isReportedAndTheOthersRead() {
        for (String nested : new String[] {"[", "{\"a\":", "{\"_causality\":[", "[ ", "\u001b[0m", "a {"}) {
            Reading reading = Reading.of(ReadOptions.standard(), Source.text("log", nested.repeat(60_000)), GOOD);

            assertThat(reading.summary()).containsExactly("b:1 ");
            assertThat(reading.problems()).as(nested).hasSize(1);
            assertThat(reading.problems().get(0)).doesNotContain("`");
        }
    }

    @Test
    void inputWithoutEvents_isReported() {
        assertThat(Reading.of("{\"msg\":\"hello\"}\n").problems())
                .containsExactly("UNREADABLE_INPUT log: has no event in it, read in the format 'json'");
        assertThat(Reading.of("{\"resourceMetrics\":[]}\n").problems())
                .containsExactly("UNREADABLE_INPUT log: has no event in it, read in the format 'json'");
    }

    @Test
    void textOfNoFormat_isReported() {
        assertThat(Reading.of("hello\nworld\n").problems())
                .containsExactly("UNREADABLE_INPUT log: is of no known format: there is no event in it");
    }

    @Test
    void emptyInput_isReportedAndTheOthersRead() throws IOException {
        for (byte[] empty : new byte[][] {{}, {'\n', ' '}, gzip("")}) {
            Reading reading =
                    Reading.of(ReadOptions.standard(), Source.stream("log", new ByteArrayInputStream(empty)), GOOD);

            assertThat(reading.executions()).containsExactly("");
            assertThat(reading.summary()).containsExactly("b:1 ");
            assertThat(reading.problems()).containsExactly("UNREADABLE_INPUT log: is empty");
        }
    }

    @Test
    void gzipThatEndsBeforeItBegins_isReported() {
        Source start = Source.stream("log", new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8}));

        assertThat(Reading.of(ReadOptions.standard(), start).problems())
                .containsExactly("UNREADABLE_INPUT log: its end is missing");
    }

    @Test
    void byteOrderMarkAndLineEndsOfWindows_areNoPartOfTheText() {
        assertThat(Reading.of("\ufeff" + EVENT.replace("\n", "\r\n") + "\r\n").problems())
                .isEmpty();
        assertThat(Reading.of("\ufeffa {\"a\":1}\r\nhello\r\n").summary()).containsExactly("a:1 hello");
    }

    @Test
    void bytesThatAreNoUtf8_areReplaced() {
        byte[] json =
                "{\"msg\":\"caf\u00e9\",\"_causality\":{\"vector\":{\"a\":1}}}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = "a {\"a\":1}\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Reading.of(ReadOptions.standard(), Source.stream("log", new ByteArrayInputStream(json)))
                        .summary())
                .containsExactly("a:1 caf\ufffd");
        assertThat(Reading.of(ReadOptions.standard(), Source.stream("log", new ByteArrayInputStream(text)))
                        .summary())
                .containsExactly("a:1 caf\ufffd");
    }

    @Test
    void lineOfAGigabyte_isPassedOverInBoundedMemory() {
        for (String start :
                new String[] {EVENT, "a {\"a\":1}\nhello\n", "a send m1\n", "[\n", "{\"resourceSpans\":[]}\n{\""}) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            Reading reading = Reading.of(ReadOptions.standard(), Source.stream("log", new Gigabyte(start)), GOOD);

            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(start)
                    .isLessThan(320 << 20);
            assertThat(reading.problems()).as(start).isNotEmpty();
            assertThat(reading.summary()).contains("b:1 ");
        }
    }

    @Test
    void optionsThatAreNone_areRefused() {
        ReadOptions standard = ReadOptions.standard();

        assertThatThrownBy(() -> new LogReader(standard.withFormat("csv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no format 'csv', only otlp, zipkin, jaeger, json, messages, shiviz");
        assertThatThrownBy(() -> new LogReader(standard.withDelimiter("(")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--delimiter is no regular expression: ");
        assertThatThrownBy(() -> new LogReader(standard.withParser("(?<host>a)(?<event>)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--parser has no group (?<clock>...)");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A start, and then 2^30 times the letter a. */
    private static final class Gigabyte extends InputStream {
        private final ByteArrayInputStream start;
        private long left = 1L << 30;

        Gigabyte(String start) {
            this.start = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = start.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            int letters = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + letters, (byte) 'a');
            left -= letters;
            return letters == 0 ? -1 : letters;
        }
    }
}
