package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Equaliser;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The equaliser at one rate.
 *
 * @param gainErrorDb largest error of a band's gain at ±12 dB: bells at their centre, the shelf at 0 Hz and (half of
 *     it) at its corner
 * @param bandInverse the largest error of a sample of noise (peak 0.5) after one band at +12 and then at −12 dB
 * @param inverseDb what all bands at +12 and then at −12 dB leave
 */
record EqualiserFigures(double gainErrorDb, double bandInverse, double inverseDb) {
    static EqualiserFigures at(int rate) {
        double gainError = 0;
        double bandInverse = 0;
        float[][] noise = Sound.noise(1, 0.5, 20_000);
        for (EqBand band : EqBand.values()) {
            for (double gainDb : new double[] {-12, 12}) {
                Parameters there = with(band, gainDb);
                double atCorner = band == EqBand.LOW ? gainDb / 2 : gainDb;
                double atZero = band == EqBand.LOW ? gainDb : 0;
                gainError = Math.max(gainError, Math.abs(responseDb(rate, there, band.cornerHz()) - atCorner));
                gainError = Math.max(gainError, Math.abs(responseDb(rate, there, 0) - atZero));
                float[][] back = inverted(rate, there, with(band, -gainDb), noise);
                bandInverse = Math.max(bandInverse, Sound.peak(Sound.difference(back, noise)));
            }
        }
        Parameters up = Parameters.of(0.5, 0, 1, 1, 1, 1, 0, 0, 0.5, 0.5);
        Parameters down = Parameters.of(0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5);
        return new EqualiserFigures(gainError, bandInverse, Sound.residualDb(noise, inverted(rate, up, down, noise)));
    }

    static Parameters with(EqBand band, double gainDb) {
        return Parameters.neutral().with(band.parameter(), band.parameter().fromUnits(gainDb));
    }

    private static float[][] inverted(int rate, Parameters there, Parameters back, float[][] sound) {
        return Sound.through(new Equaliser(rate, back), Sound.through(new Equaliser(rate, there), sound));
    }

    /** Of the running filter: its impulse response, transformed at one frequency. */
    static double responseDb(int rate, Parameters parameters, double hz) {
        float[][] response = Sound.through(new Equaliser(rate, parameters), Sound.impulse(1 << 15));
        double re = 0;
        double im = 0;
        for (int i = 0; i < response[0].length; i++) {
            double phase = 2 * Math.PI * hz * i / rate;
            re += response[0][i] * Math.cos(phase);
            im += response[0][i] * Math.sin(phase);
        }
        return 10 * Math.log10(re * re + im * im);
    }
}
