// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The starter sees the exported packages of the runtime; two classes see the graph, which is optional. */
@AnalyzeClasses(packages = "dev.likeaclockwork.springbootstarter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule STARTER_SEES_THE_EXPORTED_PACKAGES_OF_THE_RUNTIME =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.likeaclockwork.runtime.recording..");

    @ArchTest
    static final ArchRule GRAPH_IS_OPTIONAL = noClasses()
            .that()
            .doNotHaveSimpleName("RaceFinder")
            .and()
            .doNotHaveSimpleName("ClockworkEndpointAutoConfiguration")
            .and()
            .doNotHaveSimpleName("Graph")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.likeaclockwork.graph..");
}
