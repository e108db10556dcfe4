// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The store sees its database and the interface of stores, and nothing about events or verdicts. */
@AnalyzeClasses(packages = "dev.likeaclockwork.guard.jdbc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule JDBC_SEES_THE_INTERFACE_OF_STORES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.likeaclockwork.guard.jdbc",
                    "dev.likeaclockwork.guard.state",
                    "java..",
                    "javax.sql..",
                    "org.jspecify..");
}
