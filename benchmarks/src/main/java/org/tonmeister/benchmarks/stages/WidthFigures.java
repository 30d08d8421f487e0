package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The width at one rate.
 *
 * @param monoSumChange the largest change of a sample of (L + R)/2 of a programme, for p = 0, 0.25, 0.75 and 1
 * @param sideGainErrorDb the largest error of the side signal's gain
 */
record WidthFigures(double monoSumChange, double sideGainErrorDb) {
    static WidthFigures at(int rate) {
        float[][] programme = Sound.programme(rate, 3, rate);
        double monoSumChange = 0;
        double gainError = 0;
        for (double p : new double[] {0, 0.25, 0.75, 1}) {
            float[][] out = Sound.mixed(rate, Parameters.neutral().with(Parameter.WIDTH, p), programme);
            float[][] before = midAndSide(programme);
            float[][] after = midAndSide(out);
            for (int i = 0; i < rate; i++) {
                monoSumChange = Math.max(monoSumChange, Math.abs(after[0][i] - before[0][i]));
            }
            double gainDb = Sound.rmsDb(after[1], 0, rate) - Sound.rmsDb(before[1], 0, rate);
            gainError = Math.max(gainError, Math.abs(gainDb - Parameter.WIDTH.toUnits(p)));
        }
        return new WidthFigures(monoSumChange, gainError);
    }

    private static float[][] midAndSide(float[][] sound) {
        return Sound.of(
                sound[0].length,
                i -> ((double) sound[0][i] + sound[1][i]) / 2,
                i -> ((double) sound[0][i] - sound[1][i]) / 2);
    }
}
