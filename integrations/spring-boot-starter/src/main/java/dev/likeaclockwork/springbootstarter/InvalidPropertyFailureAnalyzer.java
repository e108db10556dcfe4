// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports an invalid property with its value, the reason and a remedy, in place of a stack trace. */
final class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertyException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidPropertyException invalid) {
        String description =
                "A property of Clockwork is invalid:%n%n    Property: %s%n    Value: \"%s\"%n    Reason: %s"
                        .formatted(invalid.property(), invalid.value(), invalid.reason());
        return new FailureAnalysis(description, invalid.action(), invalid);
    }
}
