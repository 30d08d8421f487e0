package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What going to 16 bits does to the sound, in a file as it is delivered. By theory (Lipshitz, Wannamaker & Vanderkooy
 * 1992) rounding with triangular dither of ±1 step adds white noise of a quarter of a squared step: 1/12 by rounding, 1/6
 * by the dither. Against a sine of full scale that is 10·log10(2⁻³⁰/4 / 0.5) = −93.32 dB.
 */
class DitherTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 10 * RATE;
    private static final double STEP = 0x1p-15;
    private static final double NOISE_DBFS = -93.32;
    private static final int FUNDAMENTAL_HZ = 1_000;

    @TempDir
    static Path folder;

    private static float[][] sine;
    private static float[][] written;

    /** A sine of −90 dBFS: one step high. */
    @BeforeAll
    static void writeQuietSine() throws Exception {
        sine = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double phase = 2 * StrictMath.PI * FUNDAMENTAL_HZ * i / RATE;
            sine[0][i] = (float) (StrictMath.pow(10, -4.5) * StrictMath.sin(phase));
            sine[1][i] = (float) (StrictMath.pow(10, -4.5) * StrictMath.cos(phase));
        }
        Path file = folder.resolve("a.flac");
        Signals.write(file, OutputFormat.FLAC, RATE, 16, sine, Map.of(), Optional.empty(), 4_096);
        written = FfmpegProgram.decode(file);
    }

    private static double[] error(int channel) {
        double[] error = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            error[i] = (double) written[channel][i] - sine[channel][i];
        }
        return error;
    }

    @Test
    void error_isANoiseOfTheTheorysLevel() {
        for (int c = 0; c < 2; c++) {
            double power = 0;
            double mean = 0;
            for (double e : error(c)) {
                power += e * e / FRAMES;
                mean += e / FRAMES;
            }
            assertThat(10 * Math.log10(power / 0.5)).isCloseTo(NOISE_DBFS, within(0.03));
            assertThat(mean / STEP).isCloseTo(0, within(0.005));
        }
    }

    @Test
    void error_isWhite_inThirtyTwoBands() {
        int size = 4_096;
        double[] power = new double[size / 2];
        double[] error = error(0);
        DoubleFFT_1D fft = new DoubleFFT_1D(size);
        int blocks = FRAMES / size;
        for (int b = 0; b < blocks; b++) {
            double[] block = java.util.Arrays.copyOfRange(error, b * size, (b + 1) * size);
            fft.realForward(block);
            for (int k = 1; k < size / 2; k++) {
                power[k] += block[2 * k] * block[2 * k] + block[2 * k + 1] * block[2 * k + 1];
            }
        }
        int width = size / 2 / 32;
        for (int band = 0; band < 32; band++) {
            double mean = 0;
            int first = Math.max(1, band * width);
            for (int k = first; k < (band + 1) * width; k++) {
                mean += power[k] / ((band + 1) * width - first);
            }
            // White noise of variance s gives size · s in every bin.
            double density = mean / blocks / size / (STEP * STEP / 4);
            assertThat(10 * Math.log10(density)).as("band %d", band).isCloseTo(0, within(0.25));
        }
    }

    @Test
    void error_ofOneChannelSaysNothingAboutTheOthers_norAboutTheSignal() {
        double[] left = error(0);
        double[] right = error(1);
        double across = 0;
        double withSignal = 0;
        double signalPower = 0;
        for (int i = 0; i < FRAMES; i++) {
            across += left[i] * right[i];
            withSignal += left[i] * sine[0][i];
            signalPower += (double) sine[0][i] * sine[0][i];
        }
        double errorPower = FRAMES * STEP * STEP / 4;
        assertThat(across / errorPower).isCloseTo(0, within(0.01));
        assertThat(withSignal / Math.sqrt(errorPower * signalPower)).isCloseTo(0, within(0.01));
    }

    @Test
    void quietSine_keepsItsLevelAndHasNoHarmonics_whereRoundingMakesMany() {
        float[][] rounded = new float[2][FRAMES];
        PcmEncoding.S16.decode(PcmEncoding.S16.encode(sine, 0, FRAMES), rounded);

        assertThat(levelDbfs(written[0], FUNDAMENTAL_HZ)).isCloseTo(-90, within(0.05));
        // One bin of the noise has −93.3 − 10·log10(FRAMES / 2) = −147 dBFS on average.
        for (int harmonic = 2; harmonic <= 20; harmonic++) {
            assertThat(levelDbfs(written[0], harmonic * FUNDAMENTAL_HZ))
                    .as("harmonic %d", harmonic)
                    .isLessThan(-135);
        }
        assertThat(levelDbfs(rounded[0], 5 * FUNDAMENTAL_HZ)).isGreaterThan(-108);
        assertThat(levelDbfs(rounded[0], FUNDAMENTAL_HZ)).isNotCloseTo(-90, within(0.5));
    }

    /** Level of one frequency that has whole periods in the signal, against a sine of full scale. */
    private static double levelDbfs(float[] samples, int frequency) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            // Whole turns taken off first, to keep the argument small.
            double phase = 2 * StrictMath.PI * ((long) frequency * i % RATE) / RATE;
            real += samples[i] * StrictMath.cos(phase);
            imaginary += samples[i] * StrictMath.sin(phase);
        }
        return 20 * Math.log10(2 * Math.hypot(real, imaginary) / samples.length);
    }
}
