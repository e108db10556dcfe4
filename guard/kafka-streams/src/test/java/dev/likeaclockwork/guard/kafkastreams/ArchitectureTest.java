// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The adapter is thin: it knows the guard and the engine, reads and writes topics through the engine only, and needs
 * nothing of its insides but empty headers.
 */
@AnalyzeClasses(
        packages = "dev.likeaclockwork.guard.kafkastreams",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule STREAMS_DEPEND_ON_THE_GUARD_AND_THE_ENGINE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.likeaclockwork.guard.kafkastreams",
                    "dev.likeaclockwork.guard",
                    "dev.likeaclockwork",
                    "java..",
                    "org.jspecify..",
                    "org.apache.kafka.streams..",
                    "org.apache.kafka.common..");

    @ArchTest
    static final ArchRule NOTHING_INTERNAL_IS_USED = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.apache.kafka..internals..").and(not(type(RecordHeaders.class))));
}
