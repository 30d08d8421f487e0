package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.mixdown.Track;
import org.tonmeister.training.masters.TestMusic;

class DistancesTest {
    @Test
    void distance_isOfTheSound_andNotOfItsLevel() throws Exception {
        var sounds = List.of(noise(false, 0), noise(false, -12), noise(true, 0));

        var distances = new Distances().between(sounds);

        assertThat(distances.get(0).get(0)).isZero();
        assertThat(distances.get(0).get(1)).isCloseTo(0, within(0.01));
        assertThat(distances.get(0).get(2))
                .isGreaterThan(0.3)
                .isEqualTo(distances.get(2).get(0));
        assertThat(sounds.get(0).centroidHz()).isGreaterThan(sounds.get(2).centroidHz() + 500);
    }

    @Test
    void silence_hasNoDistance() throws Exception {
        var sounds = List.of(sound(new float[2][44_100]), noise(false, 0));

        var distances = new Distances().between(sounds);

        assertThat(distances.get(0)).containsOnlyNulls();
        assertThat(distances.get(1)).containsExactly(null, 0.0);
        assertThat(sounds.get(0).centroidHz()).isZero();
    }

    @Test
    void whatIsTooShort_hasNoDistance() throws Exception {
        var sound = sound(TestMusic.noise(1, 0.3, false, -6, 0));

        assertThat(new Distances().between(List.of(sound)).get(0)).containsOnlyNulls();
    }

    private static Sound noise(boolean dark, double levelDb) throws IOException {
        return sound(TestMusic.noise(1, 1, dark, -6, levelDb));
    }

    private static Sound sound(float[][] samples) throws IOException {
        var track = new Memory(samples);
        return Sound.of(track, Sound.analysis(track), Excerpts.of(samples[0].length, track.sampleRate()));
    }

    private static final class Memory implements Track {
        private final float[][] samples;

        Memory(float[][] samples) {
            this.samples = samples;
        }

        @Override
        public int sampleRate() {
            return TestMusic.SAMPLE_RATE;
        }

        @Override
        public void read(BlockSink sink) throws IOException {
            sink.accept(samples, samples[0].length);
        }
    }
}
