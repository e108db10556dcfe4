// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The guard knows core and nothing else; its stores know the guard, and it knows none of them. */
@AnalyzeClasses(packages = "dev.likeaclockwork.guard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "dev.likeaclockwork";
    private static final String GUARD = "dev.likeaclockwork.guard";

    @ArchTest
    static final ArchRule GUARD_DEPENDS_ON_CORE_ONLY = classes()
            .that()
            .resideInAPackage(GUARD)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(GUARD, CORE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule STORE_IN_MEMORY_DEPENDS_ON_THE_GUARD = classes()
            .that()
            .resideInAPackage(GUARD + ".memory")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(GUARD + ".memory", GUARD, "java..", "org.jspecify..", "com.github.benmanes.caffeine..");
}
