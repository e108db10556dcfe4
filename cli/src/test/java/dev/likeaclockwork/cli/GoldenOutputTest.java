// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command prints exactly the output in the files of {@code golden} and in the documentation. With
 * {@code -Dgolden.write=true} the files are updated instead, for a review by eye.
 */
class GoldenOutputTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Pattern CONSOLE = Pattern.compile("(?s)(```console\n)(.*?)(?=```)");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void output_isAsWritten(Path file) {
        check(file, new Transcript("src/test/resources/", Terminal.none())::rerun);
    }

    @Test
    void outputInTheDocumentation_isReal() throws IOException {
        Transcript transcript = new Transcript("../", Terminal.none());
        for (Path page : pages()) {
            check(
                    page,
                    text -> CONSOLE.matcher(text)
                            .replaceAll(block ->
                                    block.group(1) + Matcher.quoteReplacement(transcript.rerun(block.group(2)))));
        }
    }

    /**
     * The picture that opens the README: the race, and the end of the log in causal order, as a terminal shows them.
     */
    @Test
    void pictureInTheReadme_isReal() {
        Transcript terminal = new Transcript("../", new Terminal(true, false, true, 104, 100));
        String races = terminal.rerun("$ clockwork races examples/shop/sample/*.jsonl");
        List<String> order = terminal.rerun("$ clockwork order examples/shop/sample/*.jsonl")
                .lines()
                .toList();
        List<String> lines = new ArrayList<>(
                races.lines().filter(line -> !line.startsWith("[exit")).toList());
        lines.add("");
        lines.addAll(List.of(order.get(0), "..."));
        lines.addAll(aroundTheRace(order));
        lines.add("...");
        String picture = TerminalPicture.of("clockwork races names a lost update, clockwork order shows it", lines);
        check(Path.of("../docs/races.svg"), written -> picture);
    }

    /** From four lines before the first access of the row to the last one. */
    private static List<String> aroundTheRace(List<String> order) {
        List<Integer> accesses = IntStream.range(0, order.size())
                .filter(line -> order.get(line).contains("product:42"))
                .boxed()
                .toList();
        return order.subList(accesses.get(0) - 4, accesses.get(accesses.size() - 1) + 1);
    }

    @Test
    void everyCommand_isInAGoldenFileAsTextAndAsJsonAndInTheDocumentation() throws IOException {
        String golden = transcripts().map(GoldenOutputTest::read).reduce("", String::concat);
        String pages = read(Path.of("../docs/cli.md"));
        for (String command : ClockworkCommand.commandLine(
                        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .getSubcommands()
                .keySet()) {
            boolean hasText = List.of("completion").contains(command);
            boolean isData = List.of("convert").contains(command);
            assertThat(golden).as(command).containsPattern(hasText ? "" : "\\$ clockwork " + command + " ");
            assertThat(golden)
                    .as(command)
                    .containsPattern(hasText || isData ? "" : "\\$ clockwork " + command + " .*--json");
            assertThat(pages).as(command).contains("clockwork " + command);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> recipes = Files.list(Path.of("../docs/recipes"))) {
            Stream<Path> markdown =
                    recipes.filter(page -> page.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(Path.of("../docs/cli.md"), Path.of("../README.md")), markdown)
                    .toList();
        }
    }

    private static void check(Path file, UnaryOperator<String> rerun) {
        String written = read(file);
        String now = rerun.apply(written);
        if (Boolean.getBoolean("golden.write")) {
            try {
                Files.writeString(file, now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(now).as(file.toString()).isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
