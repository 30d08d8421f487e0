package org.tonmeister.standalone.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.analysis.LoudnessCurve;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.standalone.report.Figures;

/** Loudness over time. */
final class LoudnessPanel {
    private static final int HEIGHT = 260;
    private static final int MOST_LEVELS = 7;
    private static final double STEP_LU = 5;
    private static final double LEAST_SPAN_LU = 20;
    private static final double MOST_SPAN_LU = 50;

    private final Axis time;
    private final Axis level;
    private final Curves curves;
    private final List<Panel.Key> keys = new ArrayList<>();

    private LoudnessPanel(Axis time, Axis level) {
        this.time = time;
        this.level = level;
        curves = new Curves(time, level);
    }

    /** Of one track: momentary, short-term and integrated. */
    static Panel of(TrackAnalysis figures, Axis time) {
        var panel = new LoudnessPanel(time, level(OptionalDouble.empty(), figures));
        LoudnessCurve curve = figures.loudnessOverTime();
        panel.line("momentary (400 ms)", curve, curve.momentaryLufs(), Design.LIGHT_BLUE, Design.THIN);
        panel.line("short-term (3 s)", curve, curve.shortTermLufs(), Design.BLUE, Design.LINE);
        panel.integrated("integrated", figures, Design.BLACK);
        return panel.finished();
    }

    /** Of a track before and after it was rendered: short-term and integrated, and the momentary of the result. */
    static Panel of(TrackAnalysis before, TrackAnalysis after, OptionalDouble targetLufs, Axis time) {
        var panel = new LoudnessPanel(time, level(targetLufs, before, after));
        LoudnessCurve first = before.loudnessOverTime();
        LoudnessCurve then = after.loudnessOverTime();
        panel.line("momentary after", then, then.momentaryLufs(), Design.LIGHT_BLUE, Design.THIN);
        panel.line("short-term before", first, first.shortTermLufs(), Design.GREY, Design.LINE);
        panel.line("short-term after", then, then.shortTermLufs(), Design.BLUE, Design.LINE);
        panel.integrated("integrated before", before, Design.GREY);
        panel.integrated("integrated after", after, Design.BLACK);
        targetLufs.ifPresent(target -> panel.level("target", target, Design.VERMILLION, Design.DOTTED));
        return panel.finished();
    }

    private Panel finished() {
        return new Panel("Loudness", keys, time, level, HEIGHT, curves);
    }

    private void line(String name, LoudnessCurve curve, float[] lufs, Color colour, BasicStroke stroke) {
        keys.add(Panel.Key.line(name, colour, stroke));
        if (lufs.length > 0) {
            double[] places = new double[lufs.length];
            double[] levels = new double[lufs.length];
            for (int i = 0; i < lufs.length; i++) {
                places[i] = Math.min(time.to(), (i + 1) * curve.stepSeconds());
                levels[i] = Math.max(level.from(), lufs[i]);
            }
            curves.line(places, levels, colour, stroke);
        }
    }

    private void integrated(String name, TrackAnalysis figures, Color colour) {
        double lufs = figures.measurement().loudness().integratedLufs();
        if (lufs > Loudness.SILENCE_LUFS) {
            level(name, lufs, colour, Design.DASHED);
        }
    }

    private void level(String name, double lufs, Color colour, BasicStroke stroke) {
        keys.add(Panel.Key.line(Figures.text("%s %.1f LUFS", name, lufs), colour, stroke));
        if (lufs >= level.from()) {
            curves.level(lufs, colour, stroke);
        }
    }

    /** From the quietest short-term loudness to above the loudest momentary one, within limits. */
    private static Axis level(OptionalDouble targetLufs, TrackAnalysis... tracks) {
        double highest = targetLufs.orElse(Loudness.SILENCE_LUFS);
        double lowest = targetLufs.orElse(0);
        for (TrackAnalysis track : tracks) {
            // Before its window is full, a reading may be above the maximum, which counts whole windows only.
            for (float lufs : track.loudnessOverTime().momentaryLufs()) {
                highest = Math.max(highest, lufs);
            }
            for (float lufs : track.loudnessOverTime().shortTermLufs()) {
                lowest = Math.min(lowest, lufs);
            }
        }
        double top = STEP_LU * (Math.floor(highest / STEP_LU) + 1);
        double bottom = STEP_LU * Math.floor(lowest / STEP_LU);
        bottom = Math.max(Loudness.SILENCE_LUFS, Math.max(top - MOST_SPAN_LU, Math.min(top - LEAST_SPAN_LU, bottom)));
        return Axis.ofFigures(bottom, Math.max(top, bottom + LEAST_SPAN_LU), MOST_LEVELS, "LUFS");
    }
}
