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
 * The headers of Spring's requests and responses, by methods that Spring 6 and 7 both have: they are a map in 6 only.
 */
final class WebHeaders {
    private WebHeaders() {}

    /** Method and host: a path may have an id, and a query anything. */
    static String operation(HttpMethod method, URI address) {
        return method.name() + " " + address.getHost();
    }

    static CarrierGetter source(HttpHeaders headers) {
        return CarrierGetter.repeatedText(name -> lines(headers, name));
    }

    /** Headers in which a stamp takes the place of a stale one, even if it is over the budget itself. */
    static CarrierSetter target(HttpHeaders headers) {
        CarrierSetter target = CarrierSetter.text(headers::set);
        return (stamp, budget) -> {
            removeStamp(headers);
            return target.set(stamp, budget);
        };
    }

    static void removeStamp(HttpHeaders headers) {
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
