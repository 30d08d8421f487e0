package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

class ReverbTest {
    /** The wet response to an impulse on both channels. */
    private static float[][] impulseResponse(double rate, double seconds) {
        return impulseResponse(rate, seconds, 1, 1);
    }

    private static float[][] impulseResponse(double rate, double seconds, float... sides) {
        var reverb = new Reverb(rate);
        int block = reverb.maxFrames();
        int frames = (int) (seconds * rate) / block * block;
        float[][] response = new float[2][frames];
        float[][] in = new float[2][block];
        float[][] wet = new float[2][block];
        in[0][0] = sides[0];
        in[1][0] = sides[1];
        for (int at = 0; at < frames; at += block) {
            reverb.render(in[0], in[1], wet[0], wet[1], block);
            System.arraycopy(wet[0], 0, response[0], at, block);
            System.arraycopy(wet[1], 0, response[1], at, block);
            in[0][0] = 0;
            in[1][0] = 0;
        }
        return response;
    }

    @AtMasteringRates
    void decaysInItsTime(int rate) {
        float[][] response = impulseResponse(rate, 2.5);
        for (double hz : new double[] {250, 500, 1000, 2000, 4000, 5000}) {
            for (float[] side : response) {
                double t60 = t60Seconds(rate, side, hz);

                double expected = Reverb.DECAY.t60Seconds(hz);
                assertThat(t60).as("at %s Hz", hz).isCloseTo(expected, within(0.1 * expected));
            }
        }
    }

    /** The law of the decay is kept up to 5 kHz; above, treble still dies sooner. */
    @AtMasteringRates
    void trebleDiesSooner(int rate) {
        float[] response = impulseResponse(rate, 2.5)[0];

        assertThat(t60Seconds(rate, response, 8000)).isBetween(0.3, 0.95 * t60Seconds(rate, response, 5000));
    }

    @Test
    void decaysInItsTimeAtALowRateToo() {
        double expected = Reverb.DECAY.t60Seconds(1000);

        assertThat(t60Seconds(16_000, impulseResponse(16_000, 2.5)[0], 1000))
                .isCloseTo(expected, within(0.1 * expected));
    }

    /** In a band of about a third of an octave: Schroeder's backward integration, from -5 to -35 dB. */
    private static double t60Seconds(int rate, float[] response, double hz) {
        float[] band = response.clone();
        for (int pass = 0; pass < 2; pass++) {
            bandPass(rate, hz).process(band, 0, band.length);
        }
        return schroeder(band, rate);
    }

    /** The cookbook's band-pass with a gain of 1 at the centre, Q 4. */
    private static Biquad bandPass(double rate, double hz) {
        double w = 2 * Math.PI * hz / rate;
        double alpha = Math.sin(w) / 8;
        double a0 = 1 + alpha;
        return new Biquad(new BiquadCoefficients(alpha / a0, 0, -alpha / a0, -2 * Math.cos(w) / a0, (1 - alpha) / a0));
    }

    private static double schroeder(float[] response, double rate) {
        double[] left = new double[response.length + 1];
        for (int i = response.length - 1; i >= 0; i--) {
            left[i] = left[i + 1] + (double) response[i] * response[i];
        }
        int at5 = 0;
        int at35 = 0;
        for (int i = 0; i < response.length; i++) {
            at5 = left[i] > left[0] * 0.31623 ? i : at5;
            at35 = left[i] > left[0] * 0.00031623 ? i : at35;
        }
        return 2 * (at35 - at5) / rate;
    }

    @AtMasteringRates
    void tailIsDecorrelated(int rate) {
        // For sound in the centre, on the left and on the right
        for (float[] sides : new float[][] {{1, 1}, {1, 0}, {0, 1}}) {
            float[][] response = impulseResponse(rate, 1.5, sides);

            int from = (int) (0.1 * rate);
            assertThat(Math.abs(Signals.correlation(response, from, response[0].length)))
                    .as("fed by %s", sides)
                    .isLessThan(0.3);
        }
    }

    @AtMasteringRates
    void nothingComesBeforeThePreDelay(int rate) {
        float[][] response = impulseResponse(rate, 0.2);

        assertThat(Signals.energy(response[0], 0, (int) (0.020 * rate) - 1)).isZero();
        assertThat(Signals.energy(response[0], 0, (int) (0.041 * rate))).isPositive();
    }

    @AtMasteringRates
    void bothSidesAreAsLoud(int rate) {
        float[][] response = impulseResponse(rate, 1.5);

        double left = Signals.rmsDb(response[0], 0, response[0].length);
        double right = Signals.rmsDb(response[1], 0, response[1].length);
        assertThat(left).isCloseTo(right, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 48_000, 96_000, 192_000})
    void fullSendReturnsSixLufsBelowTheDrySound(double rate) {
        float[][] pink = Signals.pinkNoise(rate, 4, 1, (int) (10 * rate));

        float[][] out = Signals.through(Send.of(() -> new Reverb(rate), rate, 1), pink);

        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < pink[c].length; i++) {
                out[c][i] -= pink[c][i];
            }
        }
        double return_ = Signals.weightedDb(rate, out) - Signals.weightedDb(rate, pink);
        assertThat(return_).isCloseTo(-6, within(0.5));
    }

    @AtMasteringRates
    void centredProgrammeReturnsAsLoud(int rate) {
        float[][] pink = Signals.pinkNoise(rate, 4, 1, 10 * rate);
        pink[1] = pink[0].clone();

        float[][] out = Signals.through(Send.of(() -> new Reverb(rate), rate, 1), pink);

        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < pink[c].length; i++) {
                out[c][i] -= pink[c][i];
            }
        }
        double return_ = Signals.weightedDb(rate, out) - Signals.weightedDb(rate, pink);
        assertThat(return_).isCloseTo(-6, within(0.7));
    }

    @AtMasteringRates
    void constantInputLeavesNoTrace(int rate) {
        // Given 0.5 of direct current for 20 s
        Send send = Send.of(() -> new Reverb(rate), rate, 1);
        float[][] block = new float[2][rate];
        for (int i = 0; i < 20; i++) {
            block = Signals.through(send, Signals.stereo(rate, n -> 0.5, n -> 0.5));
        }

        assertThat(Signals.peak(block)).isCloseTo(0.5, within(1e-4));
    }

    @AtMasteringRates
    void decaysBelowHearingWithoutSubnormalNumbers(int rate) {
        Send send = Send.of(() -> new Reverb(rate), rate, 1);
        Signals.through(send, Signals.noise(9, 1, rate));
        float[][] block = Signals.silence(512);
        for (int i = 0; i < 20 * rate / 512; i++) {
            block = Signals.through(send, Signals.silence(512));
            send.settle();
            if (i % 100 == 0) {
                assertThat(Subnormals.in(send)).as("block %d", i).isEmpty();
                assertThat(Signals.countSubnormal(block)).isZero();
            }
        }

        assertThat(Signals.peak(block)).isLessThan(1e-17);
    }
}
