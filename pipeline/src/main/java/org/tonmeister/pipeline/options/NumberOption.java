package org.tonmeister.pipeline.options;

import java.util.regex.Pattern;

/** Options that are numbers. */
final class NumberOption {
    /** Plain decimals: Java itself would also take 0x1p3, 1d and NaN. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,9}(\\.\\d{0,18})?|\\.\\d{1,18})");

    private NumberOption() {}

    static double parse(String name, String text, double min, double max, String unit) {
        if (DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (value >= min && value <= max) {
                // -0 would be another byte in the record than 0.
                return value == 0 ? 0 : value;
            }
        }
        throw new InvalidOptionException("Option " + name + " is '" + text + "': must be a number from " + plain(min)
                + " to " + plain(max) + (unit.isEmpty() ? "" : " " + unit));
    }

    private static String plain(double whole) {
        return Long.toString((long) whole);
    }
}
