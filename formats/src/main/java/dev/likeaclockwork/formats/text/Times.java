// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Points of time as logs write them: RFC 3339 and its relatives, or a number since 1970.
 *
 * <p>Between date and time stands a {@code T} or a blank, and before the fraction of a second a dot or a comma. A time
 * without an offset is taken for UTC. Numbers are seconds, milli-, micro- or nanoseconds, whichever gives a year
 * between 1970 and 5138.
 */
public final class Times {
    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal MICROS_FROM = MILLIS_FROM.scaleByPowerOfTen(3);
    private static final BigDecimal NANOS_FROM = MICROS_FROM.scaleByPowerOfTen(3);
    private static final int LONGEST_NUMBER = 40;

    /** The first number of microseconds that is too large for nanoseconds. */
    public static final long MOST_MICROS = Long.MAX_VALUE / 1_000;

    private final char[] text;
    private final int end;
    private int at;
    private boolean broken;

    private Times(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /** The time that a text tells; null if it is none. */
    public static @Nullable Instant parse(@Nullable String text) {
        return text == null ? null : parse(text.toCharArray(), 0, text.length());
    }

    /** The time that a part of a text tells; null if it is none. */
    public static @Nullable Instant parse(char[] text, int from, int to) {
        if (to - from < 10 || text[from + 4] != '-') {
            return sinceEpoch(new String(text, from, Math.min(to - from, LONGEST_NUMBER + 1)));
        }
        Times times = new Times(text, from, to);
        try {
            Instant time = times.dateAndTime();
            return times.broken || times.at != to ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant sinceEpoch(String number) {
        if (number.length() > LONGEST_NUMBER || number.isBlank()) {
            return null;
        }
        try {
            BigDecimal parsed = new BigDecimal(number.strip());
            long digits = (long) parsed.precision() - parsed.scale(); // 1e1000000 must not be written out
            return Math.abs(digits) > LONGEST_NUMBER ? null : sinceEpoch(parsed);
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Far exponents are refused before they become digits, a hundred million of them in ten characters. */
    private static @Nullable Instant sinceEpoch(BigDecimal number) {
        BigDecimal size = number.abs();
        if (number.scale() > LONGEST_NUMBER || number.scale() < -LONGEST_NUMBER) {
            return null;
        }
        int scale = size.compareTo(MILLIS_FROM) < 0
                ? 9
                : size.compareTo(MICROS_FROM) < 0 ? 6 : size.compareTo(NANOS_FROM) < 0 ? 3 : 0;
        return ofNanos(
                number.scaleByPowerOfTen(scale).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** A number of nanoseconds since 1970. */
    public static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /** A number of microseconds since 1970; null if it is not positive or too large. */
    public static @Nullable Instant ofMicros(long micros) {
        return micros > 0 && micros < MOST_MICROS ? ofNanos(1_000 * micros) : null;
    }

    private Instant dateAndTime() {
        int year = digits(4);
        expect("-");
        int month = digits(2);
        expect("-");
        long day = LocalDate.of(year, month, digits(2)).toEpochDay();
        if (at == end) {
            return Instant.ofEpochSecond(day * 86_400);
        }
        expect("Tt ");
        long seconds = day * 86_400 + timeOfDay();
        int nanos = fraction();
        return Instant.ofEpochSecond(seconds - offset(), nanos);
    }

    private int timeOfDay() {
        int hour = digits(2);
        expect(":");
        int minute = digits(2);
        int second = 0;
        if (accept(":")) {
            second = digits(2);
        }
        broken |= hour > 23 || minute > 59 || second > 60;
        return hour * 3_600 + minute * 60 + second;
    }

    private int fraction() {
        if (!accept(".,")) {
            return 0;
        }
        int nanos = 0;
        int places = 0;
        for (; at < end && isDigit(text[at]); at++, places++) {
            nanos = places < 9 ? 10 * nanos + text[at] - '0' : nanos;
        }
        broken |= places == 0;
        for (int i = places; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of Greenwich. */
    private int offset() {
        if (at == end || accept("Zz")) {
            return 0;
        }
        accept(" ");
        int sign = at < end && text[at] == '-' ? -1 : 1;
        expect("+-");
        int hours = digits(2);
        accept(":");
        int minutes = at == end ? 0 : digits(2);
        broken |= hours > 18 || minutes > 59;
        return sign * (hours * 3_600 + minutes * 60);
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at >= end || !isDigit(text[at])) {
                broken = true;
                return 1;
            }
            number = 10 * number + text[at] - '0';
        }
        return number;
    }

    private void expect(String oneOf) {
        broken |= !accept(oneOf);
    }

    private boolean accept(String oneOf) {
        boolean accepted = at < end && oneOf.indexOf(text[at]) >= 0;
        at += accepted ? 1 : 0;
        return accepted;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
