// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Formats of counts and durations. */
public final class Amounts {
    private Amounts() {}

    /** A count with its noun, such as {@code 1 race} or {@code 3 races}. */
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A duration with three digits, in the unit that fits. */
    public static String duration(long nanos) {
        String[] units = {"ns", "µs", "ms"};
        BigDecimal amount = BigDecimal.valueOf(nanos);
        for (String unit : units) {
            if (amount.abs().compareTo(BigDecimal.valueOf(1_000)) < 0) {
                return text(amount) + " " + unit;
            }
            amount = amount.movePointLeft(3);
        }
        return text(amount) + " s";
    }

    private static String text(BigDecimal amount) {
        return amount.round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
