// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The floors of the guard: each rule names one package and all packages below it that it may see. */
@AnalyzeClasses(packages = "dev.likeaclockwork.guard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "dev.likeaclockwork";
    private static final String GUARD = "dev.likeaclockwork.guard";
    private static final String EVENT = GUARD + ".event";
    private static final String VERDICT = GUARD + ".verdict";
    private static final String HISTORY = GUARD + ".history";
    private static final String STATE = GUARD + ".state";
    private static final String CODEC = GUARD + ".codec";
    private static final String VERSIONED = GUARD + ".versioned";
    private static final String MEMORY = GUARD + ".memory";

    @ArchTest
    static final ArchRule EVENTS_SEE_CORE_ONLY = floor(EVENT, CORE);

    @ArchTest
    static final ArchRule VERDICTS_SEE_EVENTS = floor(VERDICT, EVENT, CORE);

    @ArchTest
    static final ArchRule THE_ALGORITHM_SEES_NO_STORE_AND_NO_CODEC = floor(HISTORY, VERDICT, EVENT, CORE);

    @ArchTest
    static final ArchRule THE_INTERFACE_OF_STORES_SEES_NOTHING = floor(STATE);

    @ArchTest
    static final ArchRule CODECS_SEE_WHAT_THEY_ENCODE = floor(CODEC, HISTORY, EVENT, STATE, CORE);

    @ArchTest
    static final ArchRule VERSIONED_VALUES_SEE_NO_DEDUPLICATION = floor(VERSIONED, CODEC, EVENT, STATE, CORE);

    @ArchTest
    static final ArchRule THE_DEDUPLICATOR_SEES_NO_VERSIONED_VALUES_AND_NO_STORE =
            floor(GUARD, CODEC, HISTORY, VERDICT, EVENT, STATE, CORE);

    @ArchTest
    static final ArchRule THE_STORE_IN_MEMORY_SEES_THE_INTERFACE_OF_STORES =
            floor(MEMORY, STATE, "com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles();

    private static ArchRule floor(String packageName, String... below) {
        String[] visible = Stream.concat(Stream.of(packageName, "java..", "org.jspecify.."), Stream.of(below))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(visible);
    }
}
