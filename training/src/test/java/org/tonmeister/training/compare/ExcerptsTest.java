package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.mixdown.Track;

class ExcerptsTest {
    @Test
    void lieEvenly_inALongTrack() {
        assertThat(Excerpts.of(4000, 10)).isEqualTo(new Excerpts(List.of(475L, 1475L, 2475L, 3475L), 50));
    }

    @Test
    void areTheWhole_ofAShortTrack() {
        assertThat(Excerpts.of(200, 10)).isEqualTo(new Excerpts(List.of(0L), 200));
    }

    @Test
    void areCut_acrossBlocks_andSilentBehindTheEnd() throws Exception {
        var excerpts = new Excerpts(List.of(5L, 17L), 6).cut(new Ramp(20, 4));

        assertThat(excerpts.get(0)[0]).containsExactly(5, 6, 7, 8, 9, 10);
        assertThat(excerpts.get(0)[1]).containsExactly(-5, -6, -7, -8, -9, -10);
        assertThat(excerpts.get(1)[0]).containsExactly(17, 18, 19, 0, 0, 0);
    }

    /** Frames that are their own numbers, in blocks. */
    private record Ramp(int frames, int blockFrames) implements Track {
        @Override
        public int sampleRate() {
            return 10;
        }

        @Override
        public void read(BlockSink sink) throws IOException {
            float[][] block = new float[2][blockFrames];
            for (int start = 0; start < frames; start += blockFrames) {
                for (int i = 0; i < blockFrames; i++) {
                    block[0][i] = start + i;
                    block[1][i] = -start - i;
                }
                sink.accept(block, blockFrames);
            }
        }
    }
}
