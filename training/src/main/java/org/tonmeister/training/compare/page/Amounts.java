package org.tonmeister.training.compare.page;

import java.util.Locale;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.compare.result.Version;

/** Numbers as people read them: with a true minus, and units. */
final class Amounts {
    /** Where there is no number. */
    static final String NONE = "–";

    private static final int SECONDS_A_MINUTE = 60;

    private Amounts() {}

    /** A number with so many digits after the point. */
    static String plain(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (zero ? text.replace("-", "") : text).replace('-', '−');
    }

    /** The same with a plus before what is above zero. */
    static String signed(double value, int digits) {
        String text = plain(value, digits);
        boolean positive = value > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return positive ? "+" + text : text;
    }

    /** How a version sets a parameter: {@code +2.3 dB}, {@code 1.8:1}, {@code 12 %}. */
    static String of(Version version, Parameter parameter) {
        return version.setting(parameter)
                .map(setting -> of(setting.amount(), setting.unit()))
                .orElse(NONE);
    }

    static String of(double amount, String unit) {
        return switch (unit) {
            case ":1" -> plain(amount, 1) + unit;
            case "%" -> plain(amount, 0) + " " + unit;
            default -> signed(amount, 1) + " " + unit;
        };
    }

    /** {@code 4:09}. */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / SECONDS_A_MINUTE, whole % SECONDS_A_MINUTE);
    }

    /** A position in a picture. */
    static String at(double position) {
        return String.format(Locale.ROOT, "%.1f", position + 0.0);
    }
}
