// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Imports run one way: from what users read, through the codecs, to what vectors are made of. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.likeaclockwork");

    @Test
    void imports_runOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy("dev.likeaclockwork")
                .layer("codec")
                .definedBy("dev.likeaclockwork.internal.codec")
                .layer("fast")
                .definedBy("dev.likeaclockwork.internal.fast")
                .layer("careful")
                .definedBy("dev.likeaclockwork.internal.careful")
                .layer("bytes")
                .definedBy("dev.likeaclockwork.internal.bytes")
                .layer("vector")
                .definedBy("dev.likeaclockwork.internal.vector")
                .layer("wire")
                .definedBy("dev.likeaclockwork.wire")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("codec")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("fast")
                .mayOnlyBeAccessedByLayers("codec")
                .whereLayer("careful")
                .mayOnlyBeAccessedByLayers("codec")
                .whereLayer("bytes")
                .mayOnlyBeAccessedByLayers("api", "codec", "fast", "careful")
                .whereLayer("vector")
                .mayOnlyBeAccessedByLayers("api", "codec", "fast", "careful")
                .check(CORE);
    }

    @Test
    void packages_formNoCycle() {
        slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles().check(CORE);
    }
}
