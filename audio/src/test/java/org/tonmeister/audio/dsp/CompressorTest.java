package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;
import org.tonmeister.audio.filter.KWeighting;

class CompressorTest {
    /** A tone with whole periods in a block, so that every block has the same power. */
    private static double steadyTone(double sampleRate) {
        return sampleRate / SideChain.blockFrames(sampleRate);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 1.5",
        "44100, 3",
        "44100, 8",
        "48000, 1.5",
        "48000, 3",
        "48000, 8",
        "96000, 1.5",
        "96000, 3",
        "96000, 8"
    })
    void staticCurveIsRightAtTwentyLevels(int rate, double ratio) {
        // Given tones from -38 LUFS to 0 LUFS, by their K-weighted level: below, in and above the knee
        float[][] reference = Signals.sine(rate, steadyTone(rate), 0, rate);
        double fullScaleLufs = steadyLufs(rate, reference);
        for (double lufs = -38; lufs <= 0; lufs += 2) {
            float[][] tone = Signals.scaled(reference, lufs - fullScaleLufs);

            // When
            float[][] out = Signals.through(Compressor.forward(rate, ratio, 0), tone);

            // Then
            int from = rate * 4 / 5;
            double reduction = Signals.rmsDb(tone[0], from, rate) - Signals.rmsDb(out[0], from, rate);
            assertThat(reduction).as("at %s LUFS", lufs).isCloseTo(expected(lufs, ratio), within(0.05));
        }
    }

    private static double expected(double x, double ratio) {
        double y;
        if (2 * (x + 26) < -6) {
            y = x;
        } else if (2 * Math.abs(x + 26) <= 6) {
            y = x + (1 / ratio - 1) * (x + 26 + 3) * (x + 26 + 3) / 12;
        } else {
            y = -26 + (x + 26) / ratio;
        }
        return Math.min(15, x - y);
    }

    private static double steadyLufs(int rate, float[][] tone) {
        var weighting = new KWeighting(rate);
        int settled = rate / 2;
        double sum = 0;
        for (int i = 0; i < rate; i++) {
            double y = weighting.process(tone[0][i]);
            sum += i < settled ? 0 : y * y;
        }
        return -0.691 + 10 * Math.log10(2 * sum / (rate - settled));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void attackAndReleaseTakeTheirTimes(double rate) {
        // Given a tone 40 dB quieter at first and at last; the level moves at block borders
        int block = SideChain.blockFrames(rate);
        int up = (int) (0.3 * rate) / block * block;
        int down = (int) (1.0 * rate) / block * block;
        int frames = (int) (2.0 * rate);
        float[][] tone = Signals.sine(rate, steadyTone(rate), -10, frames);
        for (int i = 0; i < frames; i++) {
            if (i < up || i >= down) {
                tone[0][i] *= 0.01f;
                tone[1][i] *= 0.01f;
            }
        }

        // When
        float[][] out = Signals.through(Compressor.forward(rate, 4, 0), tone);

        // Then
        double[] reduction = reductionAtBlockEnds(tone, out, block);
        double full = reduction[down / block - 1];
        double attack = crossing(reduction, up / block, full * (1 - Math.exp(-1)), true) * block / rate;
        double release = crossing(reduction, down / block, full * Math.exp(-1), false) * block / rate;
        assertThat(full).isGreaterThan(10);
        assertThat(attack).isCloseTo(0.010, within(0.0005));
        assertThat(release).isCloseTo(0.150, within(0.0075));
    }

    /** In dB, from the largest sample of each half block: the gain moves linearly, so it is read at the block's end. */
    private static double[] reductionAtBlockEnds(float[][] in, float[][] out, int block) {
        double[] reduction = new double[in[0].length / block];
        for (int b = 0; b < reduction.length; b++) {
            int last = b * block + block - 1;
            while (Math.abs(in[0][last]) < 1e-4) {
                last--;
            }
            reduction[b] = 20 * Math.log10(in[0][last] / out[0][last]);
        }
        return reduction;
    }

    /** Blocks from the end of block {@code from − 1} to the crossing, interpolated. */
    private static double crossing(double[] values, int from, double level, boolean rising) {
        for (int b = from; b < values.length; b++) {
            if (rising ? values[b] >= level : values[b] <= level) {
                return b - from + 1 - (values[b] - level) / (values[b] - values[b - 1]);
            }
        }
        throw new AssertionError("never crosses " + level);
    }

    @AtMasteringRates
    void inverseGivesTheInputBack(int rate) {
        float[][] programme = Signals.programme(rate, 1, 4 * rate);
        for (double ratio : new double[] {1.5, 4, 8}) {
            float[][] compressed = Signals.through(Compressor.forward(rate, ratio, 5), programme);
            float[][] back = Signals.through(Compressor.inverse(rate, ratio, 5), compressed);

            assertThat(Signals.errorDb(programme, compressed)).isGreaterThan(-20);
            assertThat(Signals.errorDb(programme, back)).as("ratio %s", ratio).isLessThan(-120);
        }
    }

    @AtMasteringRates
    void compressingTheInverseGivesTheMasterBack(int rate) {
        float[][] master = Signals.programme(rate, 2, 4 * rate);

        float[][] expanded = Signals.through(Compressor.inverse(rate, 3, 5), master);
        float[][] back = Signals.through(Compressor.forward(rate, 3, 5), expanded);

        assertThat(Signals.errorDb(master, back)).isLessThan(-120);
    }

    @AtMasteringRates
    void ratioOfOneIsTransparent(int rate) {
        float[][] programme = Signals.programme(rate, 3, rate);

        float[][] out = Signals.through(Compressor.forward(rate, 1, 0), programme);

        assertThat(out).isDeepEqualTo(programme);
    }

    @AtMasteringRates
    void levelsBelowTheKneePassBitForBit(int rate) {
        // Given a tone just below the knee, which begins at -29 LUFS
        float[][] reference = Signals.sine(rate, steadyTone(rate), 0, rate);
        float[][] tone = Signals.scaled(reference, -30 - steadyLufs(rate, reference));

        assertThat(Signals.through(Compressor.forward(rate, 8, 0), tone)).isDeepEqualTo(tone);
    }

    @Test
    void compressesAlikeAtEveryRate() {
        double at44 = meanReduction(44_100);

        assertThat(at44).isGreaterThan(3);
        assertThat(meanReduction(8000)).isCloseTo(at44, within(0.5));
        assertThat(meanReduction(96_000)).isCloseTo(at44, within(0.2));
        assertThat(meanReduction(192_000)).isCloseTo(at44, within(0.2));
    }

    /** On two tones that beat at 2 Hz. */
    private static double meanReduction(double rate) {
        int frames = (int) (3 * rate);
        float[][] beat = Signals.sine(rate, 440, -12, frames);
        float[][] other = Signals.sine(rate, 442, -12, frames);
        for (int i = 0; i < frames; i++) {
            beat[0][i] += other[0][i];
            beat[1][i] += other[1][i];
        }
        Compressor compressor = Compressor.forward(rate, 3, 0);
        compressor.process(beat[0], beat[1], 0, frames);
        assertThat(compressor.maxReductionDb()).isGreaterThan(compressor.meanReductionDb());
        return compressor.meanReductionDb();
    }

    @AtMasteringRates
    void linksTheChannels(int rate) {
        // Given a loud left and a quiet right channel
        float[][] signal = Signals.sine(rate, 1000, -6, rate);
        for (int i = 0; i < rate; i++) {
            signal[1][i] *= 0.1f;
        }

        float[][] out = Signals.through(Compressor.forward(rate, 4, 0), signal);

        double left = Signals.rmsDb(out[0], 0, rate) - Signals.rmsDb(signal[0], 0, rate);
        double right = Signals.rmsDb(out[1], 0, rate) - Signals.rmsDb(signal[1], 0, rate);
        assertThat(left).isLessThan(-5);
        assertThat(right).isCloseTo(left, within(0.001));
    }
}
