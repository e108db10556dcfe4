// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.MalformedCausalityException.Kind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** JSON of the wrong shape, on its way to the exception that the caller documents. */
final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Characters before the fault; -1 where that is unknown. */
    private final int position;

    private final String reason;

    MalformedJson(JsonParser parser, String reason) {
        this(parser.currentTokenLocation(), reason);
    }

    MalformedJson(Kind kind, JsonParser parser, String reason) {
        this(kind, parser.currentTokenLocation(), reason);
    }

    MalformedJson(TokenStreamLocation location, String reason) {
        this(Kind.MALFORMED, location, reason);
    }

    private MalformedJson(Kind kind, TokenStreamLocation location, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
        this.position = (int) location.getCharOffset();
        this.reason = reason;
    }

    static void require(JsonParser parser, JsonToken token, String expectation) throws MalformedJson {
        if (parser.currentToken() != token) {
            throw new MalformedJson(parser, expectation);
        }
    }

    MalformedCausalityException of(String member) {
        return new MalformedCausalityException(kind, member, position, reason);
    }

    String reason() {
        return reason;
    }
}
