package org.tonmeister.operations.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads points in time as operators write them. */
public final class StartTime {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})([smhdw])");
    private static final int DAYS_A_WEEK = 7;

    private StartTime() {}

    /**
     * A point in the past.
     *
     * @param text {@code 2026-11-22T18:00:00Z}, {@code 2026-11-22} (its beginning), or a span before now such as {@code
     *     90m}, {@code 12h}, {@code 2d}, {@code 1w}
     * @param now the present
     * @param zone where days begin
     * @throws ReplayRefusedException if it is none of these, or not in the past
     */
    public static Instant parse(String text, Instant now, ZoneId zone) throws ReplayRefusedException {
        Instant time = read(text.strip(), now, zone);
        if (!time.isBefore(now)) {
            throw new ReplayRefusedException("'" + text + "' is not in the past");
        }
        return time;
    }

    private static Instant read(String text, Instant now, ZoneId zone) throws ReplayRefusedException {
        var span = SPAN.matcher(text);
        try {
            if (span.matches()) {
                return now.minus(length(Long.parseLong(span.group(1)), span.group(2)));
            }
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new ReplayRefusedException(
                    "'" + text + "' is no time: write 2026-11-22T18:00:00Z, 2026-11-22, or a span such as 12h or 2d",
                    e);
        } catch (DateTimeException | ArithmeticException e) {
            throw new ReplayRefusedException("'" + text + "' is too long ago", e);
        }
    }

    private static Duration length(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(DAYS_A_WEEK * count);
        };
    }
}
