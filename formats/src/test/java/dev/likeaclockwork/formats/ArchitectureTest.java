// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** From pieces of text, over inputs, to formats, and to the list of them: no floor knows one above it. */
@AnalyzeClasses(packages = "dev.likeaclockwork.formats", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.likeaclockwork.formats";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FLOORS_SEE_ONLY_WHAT_IS_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy(ROOT + ".text")
            .layer("spans")
            .definedBy(ROOT + ".spans")
            .layer("options")
            .definedBy(ROOT + ".options")
            .layer("input and output")
            .definedBy(ROOT + ".input", ROOT + ".output")
            .layer("messages")
            .definedBy(ROOT + ".messages")
            .layer("formats")
            .definedBy(
                    ROOT + ".otlp",
                    ROOT + ".zipkin",
                    ROOT + ".jaeger",
                    ROOT + ".json",
                    ROOT + ".vectorlog",
                    ROOT + ".diagram")
            .layer("list")
            .definedBy(ROOT)
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("spans", "options", "input and output", "messages", "formats", "list")
            .whereLayer("spans")
            .mayOnlyBeAccessedByLayers("options", "input and output", "messages", "formats", "list")
            .whereLayer("options")
            .mayOnlyBeAccessedByLayers("input and output", "messages", "formats", "list")
            .whereLayer("input and output")
            .mayOnlyBeAccessedByLayers("messages", "formats", "list")
            .whereLayer("messages")
            .mayOnlyBeAccessedByLayers("formats", "list")
            .whereLayer("formats")
            .mayOnlyBeAccessedByLayers("list")
            .whereLayer("list")
            .mayNotBeAccessedByAnyLayer();
}
