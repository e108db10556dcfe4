// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting is wrong, why, and what to do, where the application would end with a stack trace. */
final class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertyException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidPropertyException wrong) {
        String description = "A setting of Clockwork is wrong:%n%n    Property: %s%n    Value: \"%s\"%n    Reason: %s"
                .formatted(wrong.property(), wrong.value(), wrong.reason());
        return new FailureAnalysis(description, wrong.action(), wrong);
    }
}
