// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of commands with their output: after each line {@code $ clockwork ...} its standard output, then its standard
 * error with the prefix {@code ! }, and its exit code if that is not 0. Paths of files are relative to a folder.
 */
final class Transcript {
    private static final Pattern COMMAND = Pattern.compile("\\$ (?:\\./)?clockwork (.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final String folder;
    private final Terminal terminal;

    /** @param folder ends with a slash */
    Transcript(String folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Runs the commands of a text, and returns the text with their current output. */
    String rerun(String text) {
        StringBuilder result = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                result.append(result.isEmpty() ? "" : "\n").append(line).append('\n');
                result.append(run(command.group(1)));
            }
        }
        return result.toString();
    }

    private String run(String line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ClockworkCommand.commandLine(
                        new PrintWriter(out, true), new PrintWriter(err, true), terminal, name -> true)
                .execute(words(line).toArray(String[]::new));
        StringBuilder result = new StringBuilder(out.toString());
        err.toString()
                .lines()
                .forEach(message -> result.append("! ").append(message).append('\n'));
        if (code != 0) {
            result.append("[exit ").append(code).append("]\n");
        }
        return result.toString().replace(folder, "");
    }

    private List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1));
            } else {
                words.addAll(files(matcher.group(2)));
            }
        }
        return words;
    }

    /** The file of this name, or the files that match a pattern, or the word itself. */
    private List<String> files(String word) {
        if (Files.exists(Path.of(folder + word)) && !word.equals("--")) {
            return List.of(folder + word);
        }
        int slash = word.lastIndexOf('/');
        if (!word.contains("*") || slash < 0) {
            return List.of(word);
        }
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of(folder + word.substring(0, slash)), word.substring(slash + 1))) {
            List<String> files = new ArrayList<>();
            found.forEach(file -> files.add(file.toString()));
            files.sort(null);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
