// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way: from the program down to the terminal inside this module, and from cli down to core. */
@AnalyzeClasses(packages = "dev.likeaclockwork", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MODULES_DEPEND_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("dev.likeaclockwork")
            .layer("json")
            .definedBy("dev.likeaclockwork.json")
            .layer("graph")
            .definedBy("dev.likeaclockwork.graph..")
            .layer("cli")
            .definedBy("dev.likeaclockwork.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("graph", "cli")
            .whereLayer("core")
            .mayOnlyBeAccessedByLayers("json", "graph", "cli");

    @ArchTest
    static final ArchRule FLOORS_OF_CLI_DEPEND_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy("dev.likeaclockwork.cli")
            .layer("command")
            .definedBy("dev.likeaclockwork.cli.command")
            .layer("options")
            .definedBy("dev.likeaclockwork.cli.options")
            .layer("text")
            .definedBy("dev.likeaclockwork.cli.text")
            .layer("output")
            .definedBy("dev.likeaclockwork.cli.output")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("options")
            .mayOnlyBeAccessedByLayers("program", "command")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("command", "options")
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers("program", "command", "options", "text");

    /** The terminal can be read and tested without a graph. */
    @ArchTest
    static final ArchRule OUTPUT_DOES_NOT_SEE_GRAPHS = noClasses()
            .that()
            .resideInAPackage("dev.likeaclockwork.cli.output")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.likeaclockwork.graph..", "dev.likeaclockwork");
}
