package org.tonmeister.standalone.plot;

import java.awt.Color;
import java.util.List;
import org.tonmeister.standalone.sound.Waveform;

/** A waveform's outline over time: peaks and RMS of both channels together. */
final class WaveformPanel {
    private static final int HEIGHT = 200;
    private static final int MOST_LEVELS = 5;
    private static final double[] SCALES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.2, 1.5, 2, 5, 10};

    private WaveformPanel() {}

    /** The smallest scale that holds all of them; full scale for silence. */
    static double scale(Waveform... waveforms) {
        float highest = 0;
        for (Waveform waveform : waveforms) {
            float[] low = waveform.lowest();
            float[] high = waveform.highest();
            for (int i = 0; i < low.length; i++) {
                highest = Math.max(highest, Math.max(-low[i], high[i]));
            }
        }
        if (highest == 0) {
            return 1;
        }
        for (double scale : SCALES) {
            if (highest <= scale) {
                return scale;
            }
        }
        return highest;
    }

    static Panel of(String heading, Waveform waveform, Axis time, double scale, Color peaks, Color rms) {
        Axis amplitude = Axis.ofFigures(-scale, scale, MOST_LEVELS, "full scale = 1");
        var curves = new Curves(time, amplitude);
        float[] mean = waveform.rms();
        if (mean.length > 0) {
            double[] places = new double[mean.length];
            float[] negative = new float[mean.length];
            for (int i = 0; i < mean.length; i++) {
                places[i] = Math.min(time.to(), (i + 0.5) * waveform.stepSeconds());
                negative[i] = -mean[i];
            }
            curves.area(places, waveform.lowest(), waveform.highest(), peaks);
            curves.area(places, negative, mean, rms);
        }
        var keys = List.of(Panel.Key.area("peaks", peaks), Panel.Key.area("RMS", rms));
        return new Panel(heading, keys, time, amplitude, HEIGHT, curves);
    }
}
