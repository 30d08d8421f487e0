package org.tonmeister.standalone.report;

import java.util.Locale;

/** Numbers and names as tables and pictures show them: the same in every country, because they are compared and pasted. */
public final class Figures {
    private Figures() {}

    /** {@code String.format} for the root locale. */
    public static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** {@code 0:30}, {@code 3:00:00}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? text("%d:%02d", whole / 60, whole % 60)
                : text("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** {@code 44.1 kHz}. */
    public static String kilohertz(int hertz) {
        return text("%s kHz", hertz % 1000 == 0 ? Integer.toString(hertz / 1000) : Double.toString(hertz / 1000.0));
    }

    /** {@code mono}, {@code stereo}, {@code 6 channels}. */
    public static String channels(int count) {
        return switch (count) {
            case 1 -> "mono";
            case 2 -> "stereo";
            default -> count + " channels";
        };
    }

    /** Rounded to tenths, without a minus before zero. */
    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Filled with blanks to {@code width}; a longer one stays as it is. */
    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Brought to {@code width}: cut in the middle, because the ends of file names tell more. */
    public static String fit(String name, int width) {
        if (name.length() <= width) {
            return pad(name, width);
        }
        int head = (width - 2) / 2;
        int tail = width - 2 - head;
        return name.substring(0, head) + ".." + name.substring(name.length() - tail);
    }
}
