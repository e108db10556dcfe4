// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Reads and writes the causality header in Spring's {@link HttpHeaders}, through the methods that Spring 6 and 7 share:
 * only in Spring 6 is {@code HttpHeaders} a map.
 */
final class WebHeaders {
    private WebHeaders() {}

    /** Returns method and host. Path and query are left out because they may hold ids or personal data. */
    static String operation(HttpMethod method, URI address) {
        return method.name() + " " + address.getHost();
    }

    static CarrierGetter getter(HttpHeaders headers) {
        return CarrierGetter.repeatedText(name -> lines(headers, name));
    }

    /** Returns a setter that removes a stale header first, even if the new one exceeds the budget. */
    static CarrierSetter setter(HttpHeaders headers) {
        CarrierSetter setter = CarrierSetter.text(headers::set);
        return (vector, budget) -> {
            removeVector(headers);
            return setter.set(vector, budget);
        };
    }

    static void removeVector(HttpHeaders headers) {
        if (headers.getFirst(TextTransport.VECTOR_HEADER) != null) {
            HttpHeaders others = new HttpHeaders();
            headers.forEach((name, values) -> {
                if (!name.equalsIgnoreCase(TextTransport.VECTOR_HEADER)) {
                    others.addAll(name, values);
                }
            });
            headers.clear();
            others.forEach(headers::addAll);
        }
    }

    private static Iterator<String> lines(HttpHeaders headers, String wanted) {
        if (headers.getFirst(wanted) == null) {
            return List.<String>of().iterator();
        }
        List<String> lines = new ArrayList<>(1);
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase(wanted)) {
                lines.addAll(values);
            }
        });
        return lines.iterator();
    }
}
