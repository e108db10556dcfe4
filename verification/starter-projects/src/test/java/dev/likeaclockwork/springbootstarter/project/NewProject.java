// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Spring Boot project in a folder, which Maven builds like a user's project. */
final class NewProject {
    private static final Path TEMPLATE = Path.of("src", "test", "project");
    private static final Path SOURCES = Path.of("src", "main", "java", "shop");

    private final Path folder;
    private final String boot;

    NewProject(Path folder, String boot) {
        this.folder = folder;
        this.boot = boot;
    }

    /** Writes the project with these dependencies, each as {@code group:artifact} or {@code group:artifact:version}. */
    void write(List<String> dependencies, String... sources) throws IOException {
        String pom = Files.readString(TEMPLATE.resolve("pom.xml"))
                .replace("@boot@", boot)
                .replace(
                        "@dependencies@",
                        dependencies.stream().map(NewProject::xml).collect(Collectors.joining("\n    ")));
        Files.createDirectories(folder.resolve(SOURCES));
        Files.writeString(folder.resolve("pom.xml"), pom);
        for (String source : sources) {
            Files.writeString(
                    folder.resolve(SOURCES).resolve(source),
                    Files.readString(TEMPLATE.resolve(SOURCES).resolve(source)));
        }
    }

    private static String xml(String dependency) {
        String[] parts = dependency.split(":", -1);
        String version = parts.length > 2 ? "<version>" + parts[2] + "</version>" : "";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                .formatted(parts[0], parts[1], version);
    }

    /** Packages the project and returns the artifact. */
    Path build(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd")
                        .toString(),
                "--batch-mode",
                "--quiet"));
        if ("offline: true".equals(System.getProperty("maven.network"))) {
            command.add("--offline");
        }
        command.addAll(Arrays.asList(options));
        command.add("package");
        Path log = folder.resolve("build.log");
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().keySet().removeAll(List.of("MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR", "MAVEN_ARGS"));
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        int code = maven.start().waitFor();
        if (code != 0) {
            throw new AssertionError("Maven ends with " + code + ":\n" + Files.readString(log));
        }
        return folder.resolve(Path.of("target", "shop-0.0.1-SNAPSHOT.jar"));
    }
}
