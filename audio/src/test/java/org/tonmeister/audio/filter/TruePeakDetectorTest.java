package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruePeakDetectorTest {
    private static float[] peaks(float[] samples, int blockFrames) {
        var detector = new TruePeakDetector();
        float[] all = new float[samples.length];
        float[] peaks = new float[blockFrames];
        for (int at = 0; at < samples.length; at += blockFrames) {
            int frames = Math.min(blockFrames, samples.length - at);
            detector.process(samples, at, frames, peaks, 0.01f);
            System.arraycopy(peaks, 0, all, at, frames);
        }
        return all;
    }

    /** The largest peak of a steady sine, away from its start. */
    private static double steadyPeakDb(double cyclesPerFrame, double degrees) {
        float[] sine = new float[4000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * cyclesPerFrame * i + Math.toRadians(degrees));
        }
        float[] peaks = peaks(sine, 500);
        double largest = 0;
        for (int i = 1000; i < 4000; i++) {
            largest = Math.max(largest, peaks[i]);
        }
        return 20 * Math.log10(largest);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0", "0.25, 45", "0.25, 22.5", "0.25, 11.25", "0.1666666666666667, 60", "0.125, 67.5", "0.4, 18"})
    void findsTheAmplitudeOfASineWhereverItIsSampled(double cyclesPerFrame, double degrees) {
        assertThat(steadyPeakDb(cyclesPerFrame, degrees)).isCloseTo(0, within(0.1));
    }

    @Test
    void peakComesAfterTheLatency() {
        float[] impulse = new float[200];
        impulse[100] = 1;

        float[] peaks = peaks(impulse, 200);

        assertThat(peaks[100 + TruePeakDetector.LATENCY_FRAMES]).isGreaterThanOrEqualTo(1);
        assertThat(peaks[100 + TruePeakDetector.LATENCY_FRAMES - 3]).isLessThan(0.5f);
        assertThat(peaks[99]).isZero();
    }

    @Test
    void doesNotDependOnTheBlocks() {
        var random = new Random(1);
        float[] noise = new float[3000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat(-1, 1);
        }

        assertThat(peaks(noise, 1)).isEqualTo(peaks(noise, 512)).isEqualTo(peaks(noise, 77));
    }

    @Test
    void peaksAboveTheThresholdAreTheSameWhereOthersAreNotLookedFor() {
        var random = new Random(2);
        float[] music = new float[20_000];
        float slow = 0;
        for (int i = 0; i < music.length; i++) {
            // Mostly slow and low, with bursts.
            slow += 0.02f * (random.nextFloat(-1, 1) - slow);
            music[i] = slow + (i % 3000 < 200 ? random.nextFloat(-0.9f, 0.9f) : 0);
        }
        float threshold = 0.8f;
        var all = new TruePeakDetector();
        var some = new TruePeakDetector();
        float[] allPeaks = new float[500];
        float[] somePeaks = new float[500];
        int left = 0;
        int high = 0;
        for (int at = 0; at < music.length; at += 500) {
            // With a threshold of zero every point is looked for.
            all.process(music, at, 500, allPeaks, 0);
            boolean matters = some.process(music, at, 500, somePeaks, threshold);
            left += matters ? 0 : 1;
            for (int i = 0; i < 500; i++) {
                if (allPeaks[i] >= threshold) {
                    assertThat(somePeaks[i]).isEqualTo(allPeaks[i]);
                    high++;
                } else {
                    assertThat(somePeaks[i]).isLessThan(threshold);
                }
            }
        }
        assertThat(left).isGreaterThan(10);
        assertThat(high).isGreaterThan(100);
    }
}
