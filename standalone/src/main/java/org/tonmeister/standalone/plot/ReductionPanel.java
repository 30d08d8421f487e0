package org.tonmeister.standalone.plot;

import java.awt.Color;
import java.util.List;
import org.tonmeister.audio.dsp.GainReductionTrace;

/** What compressor and limiter took away over time, from 0 dB downwards. */
final class ReductionPanel {
    private static final int HEIGHT = 180;
    private static final int MOST_LEVELS = 5;
    private static final double LEAST_SPAN_DB = 3;

    private ReductionPanel() {}

    static Panel of(GainReductionTrace trace, Axis time) {
        float[] compressor = trace.compressorDb();
        float[] limiter = trace.limiterDb();
        double span = Math.max(LEAST_SPAN_DB, Math.ceil(1.05 * Math.max(largest(compressor), largest(limiter))));
        Axis gain = Axis.ofFigures(-span, 0, MOST_LEVELS, "dB");
        var curves = new Curves(time, gain);
        line(curves, trace, compressor, time, Design.BLUE);
        line(curves, trace, limiter, time, Design.VERMILLION);
        var keys = List.of(
                Panel.Key.line("compressor, without make-up", Design.BLUE, Design.LINE),
                Panel.Key.line("limiter", Design.VERMILLION, Design.LINE));
        return new Panel("Gain reduction", keys, time, gain, HEIGHT, curves);
    }

    private static void line(Curves curves, GainReductionTrace trace, float[] reductionDb, Axis time, Color colour) {
        if (reductionDb.length == 0) {
            return;
        }
        double[] places = new double[reductionDb.length];
        double[] gains = new double[reductionDb.length];
        for (int i = 0; i < gains.length; i++) {
            places[i] = Math.min(time.to(), (i + 0.5) * trace.stepSeconds());
            gains[i] = 0.0 - reductionDb[i];
        }
        curves.line(places, gains, colour, Design.LINE);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
