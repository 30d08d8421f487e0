package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.StereoKWeighting;

class SendRendererTest {
    private static final Colour PLAIN = new Colour(Parameters.neutral(), 0);
    private static final int[] STARTS =
            IntStream.range(0, 6).map(i -> i * DryMusic.WINDOW_FRAMES).toArray();

    private static DryMusic music;
    private static SendRenderer renderer;

    @BeforeAll
    static void playMusic() throws Exception {
        music = DryMusic.of(TestNoise.bursts(1, 30));
        renderer = new SendRenderer(music, new Transform());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fullReverb_returns12LuBelowTheDrySound(long seed) {
        assertThat(returnLu(new SendTruth(1, 0), seed)).isCloseTo(-12, within(0.3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fullDelay_returns12LuBelowTheDrySound(long seed) {
        assertThat(returnLu(new SendTruth(0, 1), seed)).isCloseTo(-12, within(0.3));
    }

    @Test
    void halfOfASend_is6DbQuieter() {
        double full = returnLu(new SendTruth(1, 0), 5);
        double half = returnLu(new SendTruth(0.5, 0), 5);

        assertThat(half - full).isCloseTo(-6.02, within(0.05));
    }

    @Test
    void aWindow_isWhatConvolutionByHandGives() {
        // Given: a response with a few taps, on a track whose third window is looked at
        float[][] taps = new float[2][3 * DryMusic.SAMPLE_RATE];
        taps[0][0] = 0.5f;
        taps[0][130_000] = -0.25f;
        taps[1][70_000] = 0.4f;
        var response = new ImpulseResponse(taps, 0.5);
        int start = 2 * DryMusic.WINDOW_FRAMES;

        // When
        var tone = Parameters.neutral();
        float[][] dry = renderer.mix(new SendTruth(0, 0), response, echoes(1), tone, new int[] {start})
                .get(0);
        float[][] wet = renderer.mix(new SendTruth(1, 0), response, echoes(1), tone, new int[] {start})
                .get(0);

        // Then: each side is fed by 3/4 of itself and 1/4 of the other, and the taps reach back before the window
        double gain = 0;
        for (int i = 0; i < DryMusic.WINDOW_FRAMES; i++) {
            double expected = byHand(taps, 0, start + i);
            gain = Math.abs(expected) > 0.1 ? (wet[0][i] - dry[0][i]) / expected : gain;
        }
        assertThat(gain).isPositive();
        double worst = 0;
        for (int i = 0; i < DryMusic.WINDOW_FRAMES; i++) {
            for (int side = 0; side < 2; side++) {
                double added = (double) wet[side][i] - dry[side][i];
                worst = Math.max(worst, Math.abs(added - gain * byHand(taps, side, start + i)));
            }
        }
        assertThat(worst).isLessThan(2e-6);
    }

    private static double byHand(float[][] taps, int side, int at) {
        double sum = 0;
        for (int tap : new int[] {0, 70_000, 130_000}) {
            double fed = 0.75 * music.samples()[side][at - tap] + 0.25 * music.samples()[1 - side][at - tap];
            sum += taps[side][tap] * fed;
        }
        return sum;
    }

    @Test
    void dryWindows_areTheTrackItself_atTheWorkLevel() {
        // When
        List<float[][]> windows = renderer.render(new SendTruth(0, 0), room(1), echoes(1), PLAIN, STARTS);

        // Then
        double ratio = windows.get(3)[0][100] / music.samples()[0][3 * DryMusic.WINDOW_FRAMES + 100];
        for (int i = 0; i < 4000; i++) {
            assertThat((double) windows.get(3)[0][i])
                    .isCloseTo(ratio * music.samples()[0][3 * DryMusic.WINDOW_FRAMES + i], within(1e-6));
        }
        assertThat(loudness(windows)).isCloseTo(-20, within(0.1));
    }

    @Test
    void level_isThatAskedFor_withSendsAndTone() throws Exception {
        // Given: steady noise, of which the loudness meter's gate leaves nothing out
        Colour colour = Colour.draw(new Random(4));
        var steady = new SendRenderer(DryMusic.of(TestNoise.steady(1, 30)), new Transform());

        // When
        List<float[][]> windows = steady.render(new SendTruth(1, 1), room(2), echoes(2), colour, STARTS);

        // Then
        assertThat(loudness(windows)).isCloseTo(-20 + colour.levelDb(), within(0.2));
    }

    @Test
    void refuses_aResponseThatReachesTooFarBack() {
        var endless = new ImpulseResponse(new float[2][SendRenderer.MOST_RESPONSE_FRAMES + 1], 0);

        assertThatThrownBy(() -> renderer.render(new SendTruth(1, 1), endless, echoes(1), PLAIN, STARTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** K-weighted loudness of what the sends add, relative to the dry sound, over the whole track. */
    private static double returnLu(SendTruth parts, long seed) {
        var tone = Parameters.neutral();
        List<float[][]> dry = renderer.mix(new SendTruth(0, 0), room(seed), echoes(seed), tone, STARTS);
        List<float[][]> wet = renderer.mix(parts, room(seed), echoes(seed), tone, STARTS);
        var drySum = new StereoKWeighting(DryMusic.SAMPLE_RATE);
        var addedSum = new StereoKWeighting(DryMusic.SAMPLE_RATE);
        for (int w = 0; w < STARTS.length; w++) {
            float[][] added = new float[2][DryMusic.WINDOW_FRAMES];
            for (int side = 0; side < 2; side++) {
                for (int i = 0; i < added[side].length; i++) {
                    added[side][i] = wet.get(w)[side][i] - dry.get(w)[side][i];
                }
            }
            drySum.add(dry.get(w)[0], dry.get(w)[1], 0, DryMusic.WINDOW_FRAMES);
            addedSum.add(added[0], added[1], 0, DryMusic.WINDOW_FRAMES);
        }
        return 10
                * Math.log10((addedSum.leftEnergy() + addedSum.rightEnergy())
                        / (drySum.leftEnergy() + drySum.rightEnergy()));
    }

    private static ImpulseResponse room(long seed) {
        return RandomRoom.draw(new Random(seed)).response(DryMusic.SAMPLE_RATE, new Random(seed));
    }

    private static ImpulseResponse echoes(long seed) {
        return RandomEchoes.draw(new Random(seed)).response(DryMusic.SAMPLE_RATE);
    }

    private static double loudness(List<float[][]> windows) {
        var meter = new LoudnessMeter(DryMusic.SAMPLE_RATE);
        windows.forEach(window -> meter.add(window, DryMusic.WINDOW_FRAMES));
        return meter.result().integratedLufs();
    }
}
