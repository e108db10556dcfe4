// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** From what a log says, over columns and order, to questions: no floor knows one above it. */
@AnalyzeClasses(packages = "dev.likeaclockwork.graph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.likeaclockwork.graph";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FLOORS_SEE_ONLY_WHAT_IS_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("events")
            .definedBy(ROOT + ".event")
            .layer("model")
            .definedBy(ROOT + ".model")
            .layer("order")
            .definedBy(ROOT + ".order")
            .layer("graph")
            .definedBy(ROOT)
            .layer("queries")
            .definedBy(ROOT + ".query", ROOT + ".diagnosis")
            .layer("findings")
            .definedBy(ROOT + ".findings")
            .layer("rules and diff")
            .definedBy(ROOT + ".rules", ROOT + ".diff")
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("model", "order", "graph", "queries", "findings", "rules and diff")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("order", "graph", "queries", "findings", "rules and diff")
            .whereLayer("order")
            .mayOnlyBeAccessedByLayers("graph", "queries", "findings", "rules and diff")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("queries", "findings", "rules and diff")
            .whereLayer("queries")
            .mayOnlyBeAccessedByLayers("findings", "rules and diff")
            .whereLayer("findings")
            .mayOnlyBeAccessedByLayers("rules and diff")
            .whereLayer("rules and diff")
            .mayNotBeAccessedByAnyLayer();
}
