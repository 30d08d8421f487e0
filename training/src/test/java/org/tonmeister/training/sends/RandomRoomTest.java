package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

class RandomRoomTest {
    private static final int RATE = 44_100;

    @ParameterizedTest
    @CsvSource({"0.5, 1, 0.5, 1000, 0.5", "2, 1, 0.5, 1000, 2", "2, 1.3, 0.4, 8000, 0.8", "1.5, 0.7, 0.5, 100, 1.05"})
    void decays_inEachBandAtItsRate(double seconds, double low, double high, double hertz, double expected) {
        // Given
        var room = new RandomRoom(seconds, low, high, 0, -60, 1, 0, 20, 20_000, 0);

        // When
        float[] response = room.response(RATE, new Random(1)).samples()[0];

        // Then: the time from 5 to 35 dB below the whole energy (ISO 3382-1, T30), doubled
        assertThat(t60(response, hertz)).isCloseTo(expected, within(0.12 * expected));
    }

    @Test
    void beginsAfterThePreDelay() {
        var room = new RandomRoom(1, 1, 0.5, 0.05, 0, 8, 0, 20, 20_000, 1);

        float[] response = room.response(RATE, new Random(1)).samples()[0];

        assertThat(energy(response, 0, 2205)).isZero();
        assertThat(energy(response, 2205, 2405)).isPositive();
        assertThat(room.response(RATE, new Random(1)).own()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "0.9"})
    void sides_areAsAlikeAsAsked(double correlation) {
        var room = new RandomRoom(3, 1, 1, 0, -60, 1, correlation, 20, 20_000, 0);

        float[][] response = room.response(RATE, new Random(7)).samples();

        double shared = 0;
        for (int i = 0; i < response[0].length; i++) {
            shared += (double) response[0][i] * response[1][i];
        }
        double norm =
                Math.sqrt(energy(response[0], 0, response[0].length) * energy(response[1], 0, response[1].length));
        assertThat(shared / norm).isCloseTo(correlation, within(0.03));
    }

    @Test
    void earlyReflections_haveTheLevelAsked() {
        // Given: the same noise without and with reflections as strong as the tail
        var without = new RandomRoom(1, 1, 0.5, 0, -80, 12, 0, 20, 20_000, 0);
        var with = new RandomRoom(1, 1, 0.5, 0, 0, 12, 0, 20, 20_000, 0);

        // When
        float[] tail = without.response(RATE, new Random(3)).samples()[0];
        float[] both = with.response(RATE, new Random(3)).samples()[0];

        // Then
        double early = 0;
        for (int i = 0; i < tail.length; i++) {
            early += Math.pow(both[i] - tail[i], 2);
        }
        assertThat(10 * Math.log10(early / energy(tail, 0, tail.length))).isCloseTo(0, within(0.5));
    }

    @Test
    void everyDrawnRoom_fitsTheTransform_andIsWithinItsBounds() {
        for (int seed = 0; seed < 200; seed++) {
            RandomRoom room = RandomRoom.draw(new Random(seed));
            assertThat(room.seconds()).isBetween(0.8, 3.0);
            assertThat(room.seconds() * room.highRatio()).isGreaterThan(0.4);
            assertThat(room.earlyDb()).isBetween(-12.0, -6.0);
            assertThat(room.correlation()).isBetween(0.0, 0.5);
            assertThat(room.preDelaySeconds()).isBetween(0.0, 0.06);
            double longest = room.preDelaySeconds() + room.seconds() * Math.max(1, room.lowRatio());
            assertThat(longest * RATE).isLessThan(SendRenderer.MOST_RESPONSE_FRAMES);
        }
    }

    private static double t60(float[] response, double hertz) {
        float[] band = response.clone();
        // A bell that stands 40 dB out, relative to what it leaves outside.
        for (int i = 0; i < 2; i++) {
            new Biquad(BiquadCoefficients.peaking(RATE, hertz, 1, 40)).process(band, 0, band.length);
        }
        double whole = energy(band, 0, band.length);
        double left = whole;
        int from = -1;
        for (int i = 0; i < band.length; i++) {
            left -= (double) band[i] * band[i];
            if (from < 0 && left < whole * Math.pow(10, -0.5)) {
                from = i;
            }
            if (left < whole * Math.pow(10, -3.5)) {
                return 2.0 * (i - from) / RATE;
            }
        }
        throw new AssertionError("never decays");
    }

    private static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
