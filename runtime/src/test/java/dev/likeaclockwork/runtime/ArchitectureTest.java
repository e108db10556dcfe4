// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The floors of the runtime, from the lowest to the highest; no dependency leads up. */
@AnalyzeClasses(packages = "dev.likeaclockwork.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.likeaclockwork.runtime";
    private static final int MAX_KNOT = 5;

    @ArchTest
    static final ArchRule NO_DEPENDENCY_LEADS_UP = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sink")
            .definedBy(ROOT + ".sink")
            .layer("metrics")
            .definedBy(ROOT + ".metrics")
            .layer("propagation")
            .definedBy(ROOT + ".propagation")
            .layer("recording")
            .definedBy(ROOT + ".recording")
            .layer("runtime")
            .definedBy(ROOT)
            .layer("integration")
            .definedBy(ROOT + ".integration")
            .layer("micrometer")
            .definedBy(ROOT + ".micrometer")
            .whereLayer("sink")
            .mayNotAccessAnyLayer()
            .whereLayer("metrics")
            .mayNotAccessAnyLayer()
            .whereLayer("propagation")
            .mayNotAccessAnyLayer()
            .whereLayer("recording")
            .mayOnlyAccessLayers("sink", "metrics")
            .whereLayer("runtime")
            .mayOnlyAccessLayers("recording", "propagation", "metrics", "sink")
            .whereLayer("integration")
            .mayOnlyAccessLayers("runtime", "propagation")
            .whereLayer("micrometer")
            .mayOnlyAccessLayers("runtime", "metrics");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("dev.likeaclockwork.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MICROMETER_IS_OPTIONAL = noClasses()
            .that()
            .resideOutsideOfPackage("..micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule SLF4J_IS_OPTIONAL = noClasses()
            .that()
            .doNotHaveSimpleName("Slf4jSink")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    /** A knot is a set of files of which each depends on each other one, directly or not. */
    @ArchTest
    static void knots_haveAtMostFiveFiles(JavaClasses classes) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> targets = uses.computeIfAbsent(file(type), key -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().forEach(used -> targets.add(file(used.getTargetClass())));
        }
        uses.keySet().forEach(file -> {
            Set<String> knot = reachable(file, uses);
            knot.removeIf(target -> !reachable(target, uses).contains(file));
            assertThat(knot).as("the knot of " + file).hasSizeLessThanOrEqualTo(MAX_KNOT);
        });
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> uses) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (found.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private static String file(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.getEnclosingClass().map(ArchitectureTest::file).orElseGet(base::getName);
    }
}
