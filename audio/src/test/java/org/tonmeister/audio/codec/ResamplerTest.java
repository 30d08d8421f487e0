package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({
        "44100, 48000",
        "48000, 44100",
        "96000, 48000",
        "192000, 44100",
        "44100, 16000",
        "8000, 192000",
        "44101, 48000"
    })
    void sine_keepsLevelPhaseAndLength(int from, int to) {
        int frames = from / 2;
        double frequency = 0.3 * Math.min(from, to);

        float[][] out = resample(from, to, sine(from, frequency, frames), 1_000);

        assertThat(out[0]).hasSize((int) Math.ceil((double) frames * to / from));
        // Away from both ends the output is the same sine, to 90 dB.
        Signals.assertClose(middle(out), middle(sine(to, frequency, out[0].length)), 3e-5f);
    }

    @ParameterizedTest
    @CsvSource({"96000, 48000, 25500", "96000, 44100, 23200", "192000, 48000, 60000", "44100, 16000, 8500"})
    void tonesAboveTheNewNyquist_areGone(int from, int to, double frequency) {
        float[][] out = resample(from, to, sine(from, frequency, from / 2), 4_096);

        float[][] middle = middle(out);
        Signals.assertClose(middle, new float[2][middle[0].length], 1e-5f);
    }

    @Test
    void result_doesNotDependOnTheBlocks() {
        float[][] noise = Signals.offGrid(10_000);

        float[][] once = resample(44_100, 48_000, noise, 10_000);

        Signals.assertEqual(resample(44_100, 48_000, noise, 1), once);
        Signals.assertEqual(resample(44_100, 48_000, noise, 1_234), once);
    }

    @Test
    void equalRates_changeNothing() {
        float[][] noise = Signals.offGrid(10_000);

        Signals.assertEqual(resample(44_100, 44_100, noise, 999), noise);
    }

    @Test
    void refuses_ratesThatAreNone() {
        assertThatThrownBy(() -> new Resampler(0, 44_100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closed_cannotBeUsed_butClosedAgain() {
        Resampler resampler = new Resampler(44_100, 48_000);
        resampler.close();
        resampler.close();

        assertThatThrownBy(() -> resampler.process(new float[2][1], 0, 1, new float[2][99], 0))
                .isInstanceOf(IllegalStateException.class);
    }

    /** The buffers have exactly the room that is asked for. */
    private static float[][] resample(int from, int to, float[][] in, int blockFrames) {
        try (Resampler resampler = new Resampler(from, to)) {
            float[][] out = new float[2][0];
            int total = 0;
            for (int at = 0; at < in[0].length; at += blockFrames) {
                int frames = Math.min(blockFrames, in[0].length - at);
                room(out, total + resampler.maxOutputFrames(frames));
                total += resampler.process(in, at, frames, out, total);
            }
            room(out, total + resampler.maxOutputFrames(0));
            total += resampler.finish(out, total);
            return new float[][] {Arrays.copyOf(out[0], total), Arrays.copyOf(out[1], total)};
        }
    }

    private static float[][] middle(float[][] samples) {
        int frames = samples[0].length;
        return new float[][] {
            Arrays.copyOfRange(samples[0], frames / 4, frames * 3 / 4),
            Arrays.copyOfRange(samples[1], frames / 4, frames * 3 / 4)
        };
    }

    private static void room(float[][] out, int frames) {
        for (int c = 0; c < 2; c++) {
            if (out[c].length < frames) {
                out[c] = Arrays.copyOf(out[c], frames);
            }
        }
    }

    private static float[][] sine(int sampleRate, double frequency, int frames) {
        float[][] samples = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            samples[0][i] = (float) StrictMath.sin(2 * StrictMath.PI * frequency * i / sampleRate);
            samples[1][i] = (float) (0.5 * StrictMath.cos(2 * StrictMath.PI * frequency * i / sampleRate));
        }
        return samples;
    }
}
