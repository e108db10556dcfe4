// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.recorder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The recorder sees core, the guard and the exported packages of the runtime. */
@AnalyzeClasses(packages = "dev.likeaclockwork.guard.recorder", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_DOWN_ONLY = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.likeaclockwork..")
                    .and(not(resideInAnyPackage(
                            "dev.likeaclockwork.guard.recorder",
                            "dev.likeaclockwork.guard",
                            "dev.likeaclockwork.guard.versioned",
                            "dev.likeaclockwork",
                            "dev.likeaclockwork.wire",
                            "dev.likeaclockwork.json",
                            "dev.likeaclockwork.runtime",
                            "dev.likeaclockwork.runtime.integration",
                            "dev.likeaclockwork.runtime.metrics",
                            "dev.likeaclockwork.runtime.micrometer",
                            "dev.likeaclockwork.runtime.propagation",
                            "dev.likeaclockwork.runtime.sink"))));
}
