package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;

/**
 * The meters at one rate, by the signals of EBU Tech 3341 and 3342.
 *
 * @param integratedErrorLu largest error of cases 3341-1 to 5
 * @param shortTermErrorLu largest error of the loudest 3 s, cases 3341-9 and 10
 * @param momentaryErrorLu largest error of the loudest 400 ms, cases 3341-12 and 13
 * @param rangeErrorLu largest error of cases 3342-1 to 4
 * @param truePeakErrorDb largest error of cases 3341-15 to 19
 */
record MeterFigures(
        double integratedErrorLu,
        double shortTermErrorLu,
        double momentaryErrorLu,
        double rangeErrorLu,
        double truePeakErrorDb) {
    private static final double SILENT = Double.NEGATIVE_INFINITY;

    static MeterFigures at(int rate) {
        double[][] integrated = {
            {-23, -23, 20},
            {-33, -33, 20},
            {-23, -36, 10, -23, 60, -36, 10},
            {-23, -72, 10, -36, 10, -23, 60, -36, 10, -72, 10},
            {-23, -26, 20, -20, 20.1, -26, 20},
        };
        double[][] range = {
            {10, -20, 20, -30, 20},
            {5, -20, 20, -15, 20},
            {20, -40, 20, -20, 20},
            {15, -50, 20, -35, 20, -20, 20, -35, 20, -50, 20},
        };
        double integratedError = 0;
        for (double[] c : integrated) {
            integratedError = Math.max(
                    integratedError, Math.abs(heard(rate, c, 1).result().integratedLufs() - c[0]));
        }
        double rangeError = 0;
        for (double[] c : range) {
            rangeError =
                    Math.max(rangeError, Math.abs(heard(rate, c, 1).result().rangeLu() - c[0]));
        }
        double[] case9 = {-23, -20, 1.34, -30, 1.66, -20, 1.34, -30, 1.66, -20, 1.34, -30, 1.66};
        double[] case12 = {-23, -20, 0.18, -30, 0.22, -20, 0.18, -30, 0.22, -20, 0.18, -30, 0.22};
        double shortTerm = Math.abs(heard(rate, case9, 1).result().maxShortTermLufs() + 23);
        double momentary = Math.abs(heard(rate, case12, 1).result().maxMomentaryLufs() + 23);
        for (int i = 1; i <= 20; i++) {
            double[] case10 = {-23, SILENT, 0.15 * i, -23, 3, SILENT, 1};
            double[] case13 = {-23, SILENT, 0.02 * i, -23, 0.4, SILENT, 1};
            shortTerm =
                    Math.max(shortTerm, Math.abs(heard(rate, case10, 1).result().maxShortTermLufs() + 23));
            momentary =
                    Math.max(momentary, Math.abs(heard(rate, case13, 1).result().maxMomentaryLufs() + 23));
        }
        return new MeterFigures(integratedError, shortTerm, momentary, rangeError, truePeakErrorDb(rate));
    }

    /** A meter that has heard tones of 1 kHz: from {@code from} on, pairs of a level in dBFS and seconds. */
    private static LoudnessMeter heard(int rate, double[] levelsAndSeconds, int from) {
        var meter = new LoudnessMeter(rate);
        int frames = rate / 100;
        for (int i = from; i < levelsAndSeconds.length; i += 2) {
            float[][] tone = Sound.sine(rate, 1000, levelsAndSeconds[i], frames);
            for (int block = 0; block < Math.round(levelsAndSeconds[i + 1] * 100); block++) {
                meter.add(tone, frames);
            }
        }
        return meter;
    }

    private static double truePeakErrorDb(int rate) {
        double[][] cases = {{4, 0.5, 0, -6}, {4, 0.5, 45, -6}, {6, 0.5, 60, -6}, {8, 0.5, 67.5, -6}, {4, 1.41, 45, 3}};
        double worst = 0;
        for (double[] c : cases) {
            double fade = rate / 100.0;
            float[][] tone = Sound.of(
                    rate,
                    i -> c[1]
                            * Math.min(1, Math.min(i, rate - 1 - i) / fade)
                            * Math.sin(2 * Math.PI * i / c[0] + Math.toRadians(c[2])),
                    i -> 0);
            var meter = new TruePeakMeter(rate);
            meter.add(tone, rate);
            worst = Math.max(worst, Math.abs(meter.dbtp() - c[3]));
        }
        return worst;
    }
}
