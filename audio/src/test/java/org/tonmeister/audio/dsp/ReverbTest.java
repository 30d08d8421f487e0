package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

class ReverbTest {
    private static final double RATE = 44_100;

    /** The wet response to an impulse on both channels. */
    private static float[][] impulseResponse(double rate, double seconds) {
        var reverb = new Reverb(rate);
        int block = reverb.maxFrames();
        int frames = (int) (seconds * rate) / block * block;
        float[][] response = new float[2][frames];
        float[][] in = new float[2][block];
        float[][] wet = new float[2][block];
        in[0][0] = 1;
        in[1][0] = 1;
        for (int at = 0; at < frames; at += block) {
            reverb.render(in[0], in[1], wet[0], wet[1], block);
            System.arraycopy(wet[0], 0, response[0], at, block);
            System.arraycopy(wet[1], 0, response[1], at, block);
            in[0][0] = 0;
            in[1][0] = 0;
        }
        return response;
    }

    @ParameterizedTest
    @CsvSource({"44100, 500", "44100, 1000", "44100, 4000", "48000, 1000", "96000, 1000", "96000, 4000", "16000, 1000"})
    void decaysInItsTime(double rate, double hz) {
        // Given the response in a band; two bells against each other's skirts leave about an octave
        float[] response = impulseResponse(rate, 2.5)[0];
        for (int pass = 0; pass < 2; pass++) {
            bandPass(rate, hz).process(response, 0, response.length);
        }

        // When: Schroeder's backward integration, from −5 to −35 dB
        double t60 = schroeder(response, rate);

        // Then
        assertThat(t60).isCloseTo(Reverb.DECAY.t60Seconds(hz), within(0.1 * Reverb.DECAY.t60Seconds(hz)));
    }

    /** The cookbook's band-pass with a gain of 1 at the centre, Q 2. */
    private static Biquad bandPass(double rate, double hz) {
        double w = 2 * Math.PI * hz / rate;
        double alpha = Math.sin(w) / 4;
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

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 96_000})
    void tailIsDecorrelated(double rate) {
        float[][] response = impulseResponse(rate, 1.5);

        int from = (int) (0.1 * rate);
        int to = response[0].length;
        double product = 0;
        for (int i = from; i < to; i++) {
            product += (double) response[0][i] * response[1][i];
        }
        double scale = Math.sqrt(Signals.energy(response[0], from, to) * Signals.energy(response[1], from, to));
        assertThat(Math.abs(product / scale)).isLessThan(0.3);
    }

    @Test
    void nothingComesBeforeThePreDelay() {
        float[][] response = impulseResponse(RATE, 0.2);

        assertThat(Signals.energy(response[0], 0, 881)).isZero();
        assertThat(Signals.energy(response[0], 0, 1800)).isPositive();
    }

    @Test
    void bothSidesAreAsLoud() {
        float[][] response = impulseResponse(RATE, 1.5);

        double left = Signals.rmsDb(response[0], 0, response[0].length);
        double right = Signals.rmsDb(response[1], 0, response[1].length);
        assertThat(left).isCloseTo(right, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 192_000})
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

    @Test
    void centredProgrammeReturnsAsLoud() {
        float[][] pink = Signals.pinkNoise(RATE, 4, 1, (int) (10 * RATE));
        pink[1] = pink[0].clone();

        float[][] out = Signals.through(Send.of(() -> new Reverb(RATE), RATE, 1), pink);

        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < pink[c].length; i++) {
                out[c][i] -= pink[c][i];
            }
        }
        double return_ = Signals.weightedDb(RATE, out) - Signals.weightedDb(RATE, pink);
        assertThat(return_).isCloseTo(-6, within(0.7));
    }

    @Test
    void constantInputLeavesNoTrace() {
        // Given 0.5 of direct current for a minute
        Send send = Send.of(() -> new Reverb(8000), 8000, 1);
        float[][] block = new float[2][8000];
        for (int i = 0; i < 60; i++) {
            block = Signals.through(send, Signals.stereo(8000, n -> 0.5, n -> 0.5));
        }

        assertThat(Signals.peak(block)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void decaysBelowHearingWithoutSubnormalNumbers() {
        Send send = Send.of(() -> new Reverb(8000), 8000, 1);
        Signals.through(send, Signals.noise(9, 1, 8000));
        float[][] block = Signals.silence(512);
        for (int i = 0; i < 60 * 8000 / 512; i++) {
            block = Signals.through(send, Signals.silence(512));
            send.settle();
        }

        assertThat(Signals.peak(block)).isLessThan(1e-20);
        assertThat(Signals.countSubnormal(block)).isZero();
    }
}
