package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixRendererTest {
    @ParameterizedTest
    @CsvSource({"20000, 4096", "20000, 1", "20000, 333", "20000, 30000", "100, 4096", "100, 7", "1, 1", "252, 252"})
    void outputHasAsManyFramesAsTheInputAndLinesUp(int frames, int blockFrames) {
        // Given
        float[][] signal = Signals.noise(1, 0.3, frames);
        var chain = new MixChain(44_100, Parameters.neutral(), ChainOptions.defaults());
        var renderer = new MixRenderer(chain);
        assertThat(chain.latencyFrames()).isBetween(200, 300);

        // When
        float[][] out = new float[2][frames];
        float[][] in = new float[2][blockFrames];
        float[][] block = new float[2][blockFrames];
        int done = 0;
        for (int at = 0; at < frames; at += blockFrames) {
            int count = Math.min(blockFrames, frames - at);
            System.arraycopy(signal[0], at, in[0], 0, count);
            System.arraycopy(signal[1], at, in[1], 0, count);
            done = append(block, renderer.process(in, count, block), out, done);
        }
        int count;
        while ((count = renderer.flush(block)) > 0) {
            done = append(block, count, out, done);
        }

        // Then
        assertThat(done).isEqualTo(frames);
        assertThat(out).isDeepEqualTo(signal);
    }

    private static int append(float[][] block, int frames, float[][] out, int done) {
        System.arraycopy(block[0], 0, out[0], done, frames);
        System.arraycopy(block[1], 0, out[1], done, frames);
        return done + frames;
    }

    @ParameterizedTest
    @CsvSource({"500", "44100"})
    void worksInPlace(int frames) {
        float[][] signal = Signals.noise(2, 0.3, frames);
        var renderer = new MixRenderer(new MixChain(44_100, Parameters.neutral(), ChainOptions.defaults()));
        float[][] block = Signals.copy(signal);

        int done = renderer.process(block, frames, block);

        for (int i = 0; i < done; i++) {
            assertThat(block[0][i]).isEqualTo(signal[0][i]);
        }
        assertThat(done).isPositive();
    }
}
