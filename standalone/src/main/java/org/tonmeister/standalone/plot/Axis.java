package org.tonmeister.standalone.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis with its marks.
 *
 * @param from its left or lower end
 * @param to its right or upper end
 * @param marks from low to high
 * @param title what it measures, with the unit; empty if the labels say it
 */
record Axis(double from, double to, List<Mark> marks, String title) {
    private static final double[] ROUND = {1, 2, 5};
    private static final int[] ROUND_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200};
    private static final double LOWEST_OCTAVE_HZ = 31.25;

    /** A labelled place. */
    record Mark(double at, String label) {}

    /** Of figures; its marks at round ones, {@code most} at most. */
    static Axis ofFigures(double from, double to, int most, String title) {
        return new Axis(from, to, marks(from, to, roundStep((to - from) / most)), title);
    }

    /** Of a track's time in seconds; its marks at round times, {@code most} at most. */
    static Axis ofTime(double seconds, int most) {
        double step = timeStep(seconds / most);
        if (step < 1) {
            return new Axis(0, seconds, marks(0, seconds, step), "Time, s");
        }
        var marks = new ArrayList<Mark>();
        boolean hours = seconds >= 3600;
        for (int i = 0; i * step <= seconds; i++) {
            long at = Math.round(i * step);
            marks.add(new Mark(
                    at,
                    hours
                            ? String.format(Locale.ROOT, "%d:%02d:%02d", at / 3600, at / 60 % 60, at % 60)
                            : String.format(Locale.ROOT, "%d:%02d", at / 60, at % 60)));
        }
        // The labels speak for themselves.
        return new Axis(0, seconds, marks, "");
    }

    /** Of frequencies on a logarithmic scale: one octave is 1, 1 kHz is 0; its marks at the usual octave centres. */
    static Axis ofFrequency(double fromHz, double toHz) {
        var marks = new ArrayList<Mark>();
        for (double hertz = LOWEST_OCTAVE_HZ; hertz <= toHz; hertz *= 2) {
            if (hertz >= fromHz) {
                marks.add(new Mark(octave(hertz), centre(hertz)));
            }
        }
        return new Axis(octave(fromHz), octave(toHz), marks, "Frequency, Hz");
    }

    /** The place of a frequency on such an axis. */
    static double octave(double hertz) {
        return Math.log(hertz / 1000) / Math.log(2);
    }

    /** The frequency at a place of such an axis. */
    static double hertz(double octave) {
        return 1000 * Math.pow(2, octave);
    }

    /** How far a value is on the way from one end to the other, 0 to 1. */
    double fraction(double value) {
        return (value - from) / (to - from);
    }

    private static String centre(double hertz) {
        if (hertz >= 1000) {
            return Math.round(hertz / 1000) + "k";
        }
        return hertz < 40 ? "31.5" : Integer.toString(hertz < 100 ? 63 : (int) Math.round(hertz));
    }

    private static List<Mark> marks(double from, double to, double step) {
        var marks = new ArrayList<Mark>();
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            marks.add(new Mark(i * step, String.format(Locale.ROOT, "%." + digits + "f", i * step)));
        }
        return marks;
    }

    private static double timeStep(double least) {
        if (least <= 0.5) {
            return roundStep(least);
        }
        for (int step : ROUND_SECONDS) {
            if (step >= least) {
                return step;
            }
        }
        return 3600 * roundStep(least / 3600);
    }

    /** The smallest round number that is not below {@code least}. */
    private static double roundStep(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * decade >= least * (1 - 1e-9)) {
                return round * decade;
            }
        }
        return 10 * decade;
    }
}
