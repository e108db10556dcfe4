// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Entities need core and Hibernate, and nothing of the guard; of Hibernate, nothing that it calls internal. */
@AnalyzeClasses(packages = "dev.likeaclockwork.guard.jpa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule JPA_DEPENDS_ON_CORE_AND_HIBERNATE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.likeaclockwork.guard.jpa",
                    "dev.likeaclockwork",
                    "dev.likeaclockwork.wire",
                    "java..",
                    "org.jspecify..",
                    "jakarta.persistence..",
                    "org.hibernate..");

    @ArchTest
    static final ArchRule NOTHING_INTERNAL_IS_USED =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.hibernate..internal..");
}
