// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

class CoreTextTransportTest extends CoreTextTransport {
    /** As an HTTP request: names in any case. */
    @Nested
    class OnACarrierThatIgnoresCase extends CoreTextTransport {
        @Override
        public Map<String, String> newCarrier() {
            return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        }
    }

    /** As HTTP/2 carries them: what was put in under any name comes out in lower case, compared exactly. */
    @Nested
    class OnACarrierThatLowersCase extends CoreTextTransport {
        @Override
        public Map<String, String> newCarrier() {
            return new LowerCaseMap();
        }

        @Override
        public String get(Map<String, String> carrier, String name) {
            return carrier.get(name.toLowerCase(Locale.ROOT));
        }
    }

    private static final class LowerCaseMap extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String put(String name, String value) {
            return super.put(name.toLowerCase(Locale.ROOT), value);
        }
    }
}
