// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import java.util.List;

class H2OverwriteTest extends OverwriteContract {
    @Override
    List<String> database() {
        return List.of("jdbc:h2:mem:jpa;DB_CLOSE_DELAY=-1", "sa", "");
    }
}
