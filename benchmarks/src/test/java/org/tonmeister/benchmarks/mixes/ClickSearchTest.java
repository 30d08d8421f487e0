package org.tonmeister.benchmarks.mixes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.mixdown.Track;

class ClickSearchTest {
    private static final int RATE = 44_100;

    /** A tone with drum-like bursts of noise. */
    private record Music(double gain, double jump, int jumpAt) implements Track {
        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public void read(BlockSink sink) throws IOException {
            var random = new Random(3);
            float[][] block = new float[2][10 * RATE];
            for (int i = 0; i < block[0].length; i++) {
                double burst = Math.exp(-60.0 * (i % (RATE / 2)) / RATE);
                double value = 0.3 * Math.sin(2 * Math.PI * 220 * i / RATE) + 0.4 * burst * random.nextGaussian() / 3;
                block[0][i] = (float) (gain * (value + (i >= jumpAt ? jump : 0)));
                block[1][i] = block[0][i];
            }
            sink.accept(block, block[0].length);
        }
    }

    private final Music source = new Music(1, 0, 0);

    @Test
    void aLouderCopyHasNoClicks() throws IOException {
        assertThat(ClickSearch.against(source).clicks(new Music(2, 0, 0), 0)).isEmpty();
    }

    @Test
    void aJumpIsFoundAtItsTime() throws IOException {
        var clicks = ClickSearch.against(source).clicks(new Music(1, 0.1, 4 * RATE + 11_000), 6);

        assertThat(clicks).hasSizeBetween(1, 2);
        assertThat(clicks.get(0)).isCloseTo(4 + 11_000.0 / RATE, within(0.006));
    }

    @Test
    void injectedJumpsAreFound() throws IOException {
        var clicked = new ClickedTrack(source, 0.3, 5);

        // Some fall into the bursts.
        assertThat(ClickSearch.against(source).clicks(clicked, 0)).hasSizeBetween(3, ClickedTrack.clicksIn(10));
    }
}
