package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonmeister.training.sends.RandomEchoes.Kind;

class RandomEchoesTest {
    private static final int RATE = 44_100;

    @Test
    void repeats_comeInTime_eachQuieterByTheFeedback() {
        // Given
        var echoes = new RandomEchoes(Kind.MONO, 0.3, 1, 0.5, 20, 20_000);

        // When
        ImpulseResponse response = echoes.response(RATE);

        // Then: bursts at 300, 600 and 900 ms, and nothing between
        float[] side = response.samples()[0];
        assertThat(energy(side, 0, 13_230)).isZero();
        double first = energy(side, 13_230, 17_640);
        double second = energy(side, 26_460, 30_870);
        assertThat(10 * Math.log10(second / first)).isCloseTo(-6.02, within(0.5));
        assertThat(energy(side, 17_640, 26_460)).isZero();
        assertThat(energy(side, 39_690, 44_100)).isPositive();
        assertThat(response.samples()[1]).isEqualTo(side);
        assertThat(response.monoShare()).isEqualTo(1);
    }

    @Test
    void pingPong_changesSides() {
        float[][] response = new RandomEchoes(Kind.PING_PONG, 0.2, 1, 0.6, 20, 20_000)
                .response(RATE)
                .samples();

        assertThat(energy(response[0], 8820, 13_230)).isPositive();
        assertThat(energy(response[1], 8820, 13_230)).isZero();
        assertThat(energy(response[0], 17_640, 22_050)).isZero();
        assertThat(energy(response[1], 17_640, 22_050)).isPositive();
    }

    @Test
    void stereo_hasItsOwnTimeOnEachSide() {
        ImpulseResponse response = new RandomEchoes(Kind.STEREO, 0.4, 0.75, 0, 20, 20_000).response(RATE);

        assertThat(firstSound(response.samples()[0])).isEqualTo(17_640);
        assertThat(firstSound(response.samples()[1])).isEqualTo(13_230);
        assertThat(response.monoShare()).isZero();
    }

    @Test
    void repeats_becomeDuller() {
        float[] side = new RandomEchoes(Kind.MONO, 0.3, 1, 0.6, 20, 3000)
                .response(RATE)
                .samples()[0];

        assertThat(brightness(side, 26_460)).isLessThan(0.9 * brightness(side, 13_230));
    }

    @Test
    void everyDrawnEcho_fitsTheTransform_andRepeats() {
        for (int seed = 0; seed < 200; seed++) {
            RandomEchoes echoes = RandomEchoes.draw(new Random(seed));
            assertThat(echoes.seconds()).isBetween(0.2, 0.7);
            assertThat(echoes.feedback()).isBetween(0.2, 0.6);
            assertThat(echoes.response(RATE).frames()).isBetween(8820, SendRenderer.MOST_RESPONSE_FRAMES);
        }
    }

    /** The energy of differences of neighbours, as a part of the energy: rises with frequency. */
    private static double brightness(float[] side, int from) {
        double differences = 0;
        for (int i = from; i < from + 4410; i++) {
            differences += Math.pow(side[i + 1] - side[i], 2);
        }
        return differences / energy(side, from, from + 4410);
    }

    private static int firstSound(float[] side) {
        int i = 0;
        while (side[i] == 0) {
            i++;
        }
        return i;
    }

    private static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
