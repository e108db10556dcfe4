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
 * The adapter is thin: it sees the public packages of the guard, and Kafka Streams with the only exception of its
 * internal class for empty headers.
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
                    "dev.likeaclockwork.guard.event",
                    "dev.likeaclockwork.guard.state",
                    "dev.likeaclockwork.guard.verdict",
                    "dev.likeaclockwork.guard.versioned",
                    "dev.likeaclockwork",
                    "dev.likeaclockwork.wire",
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
