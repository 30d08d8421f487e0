package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Compressor;
import org.tonmeister.audio.dsp.GainComputer;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.KWeighting;

/**
 * The compressor at one rate.
 *
 * @param curveErrorDb largest distance from Giannoulis et al., equation 4, at 20 levels for p = 0.25, 0.5, 0.75 and 1
 * @param attackMs 63 % of a rise
 * @param releaseMs 63 % of a fall
 * @param inverseDb what compressor and inverse leave of a programme's difference, for p = 0.5
 * @param makeUpErrorLu how far the made-up programme is from its loudness before, the largest for p = 0.25, 0.5 and 1
 */
record CompressorFigures(
        double curveErrorDb, double attackMs, double releaseMs, double inverseDb, double makeUpErrorLu) {
    static CompressorFigures at(int rate) {
        double[] times = timesMs(rate);
        return new CompressorFigures(curveErrorDb(rate), times[0], times[1], inverseDb(rate), makeUpErrorLu(rate));
    }

    private static double curveErrorDb(int rate) {
        double worst = 0;
        for (double p : new double[] {0.25, 0.5, 0.75, 1}) {
            double ratio = Parameter.COMPRESSION.toUnits(p);
            var curve = new GainComputer(-26, ratio, 6, 15);
            for (double lufs = -38; lufs <= 0; lufs += 2) {
                worst = Math.max(worst, Math.abs(reductionDb(rate, p, lufs) - curve.reductionDb(lufs)));
            }
        }
        return worst;
    }

    /** The gain reduction that a steady tone of that level gets in the chain. */
    static double reductionDb(int rate, double p, double lufs) {
        // Whole periods in each of the compressor's blocks
        float[][] tone = Sound.sine(rate, rate / 32.0, 0, rate);
        tone = Sound.scaled(tone, lufs - steadyLufs(rate, tone));
        float[][] out = Sound.mixed(rate, Parameters.neutral().with(Parameter.COMPRESSION, p), tone);
        return Sound.rmsDb(tone[0], rate * 4 / 5, rate) - Sound.rmsDb(out[0], rate * 4 / 5, rate);
    }

    private static double steadyLufs(int rate, float[][] tone) {
        var weighting = new KWeighting(rate);
        weighting.energy(tone[0], 0, rate / 2);
        double power = weighting.energy(tone[0], rate / 2, rate - rate / 2) / (rate - rate / 2);
        return -0.691 + 10 * Math.log10(2 * power);
    }

    /** With a tone that is 40 dB louder in the middle; the compressor's blocks are 32 or 64 frames. */
    private static double[] timesMs(int rate) {
        int block = rate > 64_000 ? 64 : 32;
        int up = (int) (0.3 * rate) / block * block;
        int down = rate / block * block;
        float[][] tone = Sound.sine(rate, rate / 32.0, -10, 2 * rate);
        for (int i = 0; i < 2 * rate; i++) {
            double gain = i < up || i >= down ? 0.01 : 1;
            tone[0][i] *= (float) gain;
            tone[1][i] *= (float) gain;
        }
        float[][] out = Sound.through(Compressor.forward(rate, 4, 0), tone);
        double[] reduction = new double[2 * rate / block];
        for (int b = 0; b < reduction.length; b++) {
            int last = b * block + block - 1;
            while (Math.abs(tone[0][last]) < 1e-4) {
                last--;
            }
            reduction[b] = Sound.db(tone[0][last] / out[0][last]);
        }
        double full = reduction[down / block - 1];
        double attack = crossing(reduction, up / block, full * (1 - Math.exp(-1)), true);
        double release = crossing(reduction, down / block, full * Math.exp(-1), false);
        return new double[] {1000 * attack * block / rate, 1000 * release * block / rate};
    }

    private static double crossing(double[] values, int from, double level, boolean rising) {
        int b = from;
        while (rising ? values[b] < level : values[b] > level) {
            b++;
        }
        return b - from + 1 - (values[b] - level) / (values[b] - values[b - 1]);
    }

    private static double inverseDb(int rate) {
        double ratio = Parameter.COMPRESSION.toUnits(0.5);
        float[][] programme = Sound.programme(rate, 1, 4 * rate);
        float[][] there = Sound.through(Compressor.forward(rate, ratio, 5), programme);
        return Sound.residualDb(programme, Sound.through(Compressor.inverse(rate, ratio, 5), there));
    }

    private static double makeUpErrorLu(int rate) {
        float[][] programme = Sound.programme(rate, 2, 6 * rate);
        double worst = 0;
        for (double p : new double[] {0.25, 0.5, 1}) {
            Parameters parameters = Parameters.neutral().with(Parameter.COMPRESSION, p);
            var meter = new MakeUpMeter(rate, parameters);
            meter.add(programme, programme[0].length);
            float[][] out = {programme[0].clone(), programme[1].clone()};
            var options = ChainOptions.defaults().withMakeUpDb(meter.makeUpDb()).withoutLimiter();
            new MixChain(rate, parameters, options).process(out, out[0].length);
            double error = Sound.weightedDb(rate, out) - Sound.weightedDb(rate, programme);
            worst = Math.max(worst, Math.abs(error));
        }
        return worst;
    }
}
