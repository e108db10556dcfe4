// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** How JSON from outside is read. */
final class UntrustedJson {
    /**
     * Member names are not remembered: a vector's are node ids, new ones with each request, and a table that is shared
     * by all parsers would be copied, 100 KiB and more, whenever one comes along.
     */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .build();

    private UntrustedJson() {}
}
