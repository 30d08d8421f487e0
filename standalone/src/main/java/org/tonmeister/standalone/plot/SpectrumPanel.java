package org.tonmeister.standalone.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.tonmeister.audio.analysis.AverageSpectrum;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.standalone.sound.Spectrogram;

/** Long-term average spectra, as the level in a third-octave around each frequency: pink noise is a level line. */
final class SpectrumPanel {
    private static final int HEIGHT = 340;
    private static final int MOST_LEVELS = 8;
    private static final int POINTS_PER_OCTAVE = 24;
    private static final double HALF_THIRD = 1 / 6.0;
    private static final double HIGHEST_HZ = 20_000;
    private static final double STEP_DB = 10;
    private static final double SPAN_DB = 70;
    /** So that silence lies at the bottom. */
    private static final double LOWEST_TOP_DB = -60;

    private static final double FLOOR_DB = -160;

    private SpectrumPanel() {}

    /** Mid and side of one track. */
    static Panel ofMidAndSide(AverageSpectrum spectrum) {
        double[] none = new double[spectrum.mid().length];
        return of(List.of(
                Curve.of("mid", new AverageSpectrum(spectrum.binHz(), spectrum.mid(), none), Design.BLUE),
                Curve.of("side", new AverageSpectrum(spectrum.binHz(), none, spectrum.side()), Design.ORANGE)));
    }

    /** Both channels together, before and after. */
    static Panel ofBoth(AverageSpectrum before, AverageSpectrum after) {
        return of(List.of(Curve.of("before", before, Design.GREY), Curve.of("after", after, Design.BLUE)));
    }

    private static Panel of(List<Curve> curves) {
        double highestHz = curves.stream().mapToDouble(Curve::highestHz).max().orElseThrow();
        double top = STEP_DB
                * (Math.floor(curves.stream().mapToDouble(Curve::top).max().orElseThrow() / STEP_DB) + 1);
        Axis frequency = Axis.ofFrequency(Spectrogram.LOWEST_HZ, highestHz);
        Axis level = Axis.ofFigures(top - SPAN_DB, top, MOST_LEVELS, "dBFS per third-octave");
        var content = new Curves(frequency, level);
        for (Curve curve : curves) {
            content.line(curve.octaves(), curve.levelsFrom(level.from()), curve.colour(), Design.LINE);
        }
        var keys = curves.stream()
                .map(curve ->
                        Panel.Key.line(curve.name() + (curve.isEmpty() ? ": none" : ""), curve.colour(), Design.LINE))
                .toList();
        return new Panel("Long-term average spectrum", keys, frequency, level, HEIGHT, content);
    }

    /**
     * One spectrum.
     *
     * @param octaves places on the frequency axis, as far as whole third-octaves lie below Nyquist
     * @param levels dBFS
     */
    @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
    private record Curve(String name, double highestHz, double[] octaves, double[] levels, Color colour) {
        static Curve of(String name, AverageSpectrum spectrum, Color colour) {
            double highestHz = Math.min(HIGHEST_HZ, spectrum.nyquistHz());
            double from = Axis.octave(Spectrogram.LOWEST_HZ);
            double to = Math.min(Axis.octave(highestHz), Axis.octave(spectrum.nyquistHz()) - HALF_THIRD);
            double[] octaves = new double[1 + (int) ((to - from) * POINTS_PER_OCTAVE)];
            double[] levels = new double[octaves.length];
            for (int i = 0; i < octaves.length; i++) {
                octaves[i] = from + i * (to - from) / (octaves.length - 1);
                double meanSquare = spectrum.meanSquare(new FrequencyBand(
                        name, Axis.hertz(octaves[i] - HALF_THIRD), Axis.hertz(octaves[i] + HALF_THIRD)));
                levels[i] = meanSquare <= 0 ? FLOOR_DB : Math.max(FLOOR_DB, 10 * Math.log10(meanSquare));
            }
            return new Curve(name, highestHz, octaves, levels, colour);
        }

        boolean isEmpty() {
            return Arrays.stream(levels).allMatch(level -> level <= FLOOR_DB);
        }

        double top() {
            double top = LOWEST_TOP_DB;
            for (double level : levels) {
                top = Math.max(top, level);
            }
            return top;
        }

        /** What lies below {@code floorDb} is drawn there. */
        double[] levelsFrom(double floorDb) {
            double[] shown = levels.clone();
            for (int i = 0; i < shown.length; i++) {
                shown[i] = Math.max(floorDb, shown[i]);
            }
            return shown;
        }
    }
}
