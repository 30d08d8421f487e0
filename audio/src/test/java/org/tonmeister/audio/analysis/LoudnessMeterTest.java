package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonmeister.audio.filter.AtMasteringRates;

class LoudnessMeterTest {
    private static final double TOLERANCE_LU = 0.1;

    @AtMasteringRates
    void ebu3341Case1_readsMinus23Everywhere(int rate) {
        var meter = tones(rate, -23, 20);

        assertThat(meter.result().integratedLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.momentaryLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.shortTermLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.result().maxMomentaryLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.result().maxShortTermLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.result().rangeLu()).isCloseTo(0, within(TOLERANCE_LU));
    }

    @AtMasteringRates
    void ebu3341Case2_readsMinus33Everywhere(int rate) {
        var meter = tones(rate, -33, 20);

        assertThat(meter.result().integratedLufs()).isCloseTo(-33, within(TOLERANCE_LU));
        assertThat(meter.momentaryLufs()).isCloseTo(-33, within(TOLERANCE_LU));
        assertThat(meter.shortTermLufs()).isCloseTo(-33, within(TOLERANCE_LU));
    }

    @AtMasteringRates
    void ebu3341Case3_relativeGateTakesAwayTheQuietEnds(int rate) {
        var meter = tones(rate, -36, 10, -23, 60, -36, 10);

        assertThat(meter.result().integratedLufs()).isCloseTo(-23, within(TOLERANCE_LU));
    }

    @AtMasteringRates
    void ebu3341Case4_absoluteGateTakesAwayTheSilentEnds(int rate) {
        var meter = tones(rate, -72, 10, -36, 10, -23, 60, -36, 10, -72, 10);

        assertThat(meter.result().integratedLufs()).isCloseTo(-23, within(TOLERANCE_LU));
    }

    @AtMasteringRates
    void ebu3341Case5_averagesPowerNotLevel(int rate) {
        var meter = tones(rate, -26, 20, -20, 20.1, -26, 20);

        assertThat(meter.result().integratedLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(meter.result().maxShortTermLufs()).isCloseTo(-20, within(TOLERANCE_LU));
    }

    /** 1.34 s and 1.66 s make one short-term window, wherever it begins. */
    @AtMasteringRates
    void ebu3341Case9_shortTermStaysAtMinus23(int rate) {
        var meter = new LoudnessMeter(rate);
        for (int time = 0; time < 1500; time++) {
            addTone(meter, rate, time % 300 < 134 ? -20 : -30);
            if (time >= 300) {
                assertThat(meter.shortTermLufs()).as("at %d ms", 10 * time).isCloseTo(-23, within(TOLERANCE_LU));
            }
        }
        assertThat(meter.result().maxShortTermLufs()).isCloseTo(-23, within(TOLERANCE_LU));
    }

    /** 3 s of tone after a silence of any length: the short-term loudness reaches its level. */
    @AtMasteringRates
    void ebu3341Case10_shortTermFindsAToneOf3SecondsWhereverItBegins(int rate) {
        for (int silence = 15; silence <= 300; silence += 15) {
            var meter = tones(rate, Double.NEGATIVE_INFINITY, silence / 100.0, -23, 3, Double.NEGATIVE_INFINITY, 1);

            assertThat(meter.result().maxShortTermLufs())
                    .as("after %d ms of silence", 10 * silence)
                    .isCloseTo(-23, within(TOLERANCE_LU));
        }
    }

    /** 0.18 s and 0.22 s make one momentary window, wherever it begins. */
    @AtMasteringRates
    void ebu3341Case12_momentaryStaysAtMinus23(int rate) {
        var meter = new LoudnessMeter(rate);
        for (int time = 0; time < 1000; time++) {
            addTone(meter, rate, time % 40 < 18 ? -20 : -30);
            if (time >= 100) {
                assertThat(meter.momentaryLufs()).as("at %d ms", 10 * time).isCloseTo(-23, within(TOLERANCE_LU));
            }
        }
        assertThat(meter.result().maxMomentaryLufs()).isCloseTo(-23, within(TOLERANCE_LU));
    }

    /** 400 ms of tone after a silence of any length: the momentary loudness reaches its level. */
    @AtMasteringRates
    void ebu3341Case13_momentaryFindsAToneOf400MillisecondsWhereverItBegins(int rate) {
        for (int silence = 2; silence <= 40; silence += 2) {
            var meter = tones(rate, Double.NEGATIVE_INFINITY, silence / 100.0, -23, 0.4, Double.NEGATIVE_INFINITY, 1);

            assertThat(meter.result().maxMomentaryLufs())
                    .as("after %d ms of silence", 10 * silence)
                    .isCloseTo(-23, within(TOLERANCE_LU));
        }
    }

    @AtMasteringRates
    void ebu3342Cases1To4_giveTheirRange(int rate) {
        assertThat(tones(rate, -20, 20, -30, 20).result().rangeLu()).isCloseTo(10, within(1.0));
        assertThat(tones(rate, -20, 20, -15, 20).result().rangeLu()).isCloseTo(5, within(1.0));
        assertThat(tones(rate, -40, 20, -20, 20).result().rangeLu()).isCloseTo(20, within(1.0));
        assertThat(tones(rate, -50, 20, -35, 20, -20, 20, -35, 20, -50, 20)
                        .result()
                        .rangeLu())
                .isCloseTo(15, within(1.0));
    }

    @Test
    void oneChannelAlone_is3LuBelowBoth() {
        float[] tone = TestSignals.sine(48_000, 1000, 0.1, 0, 48_000);
        var both = new LoudnessMeter(48_000);
        var left = new LoudnessMeter(48_000);

        both.add(TestSignals.stereo(tone), tone.length);
        left.add(new float[][] {tone, new float[tone.length]}, tone.length);

        assertThat(both.result().integratedLufs() - left.result().integratedLufs())
                .isCloseTo(3.01, within(0.01));
    }

    @Test
    void blocksOfAnySize_giveTheSameResult() {
        float[] noise = TestSignals.noiseAndSawtooth(200_000, 147);
        var whole = new LoudnessMeter(22_050);
        whole.add(TestSignals.stereo(noise), noise.length);

        var cut = new LoudnessMeter(22_050);
        float[] block = new float[7001];
        for (int at = 0; at < noise.length; at += block.length) {
            int frames = Math.min(block.length, noise.length - at);
            System.arraycopy(noise, at, block, 0, frames);
            cut.add(TestSignals.stereo(block), frames);
        }

        assertThat(cut.result().integratedLufs()).isCloseTo(whole.result().integratedLufs(), within(1e-9));
        assertThat(cut.result().rangeLu()).isCloseTo(whole.result().rangeLu(), within(0.011));
        assertThat(cut.result().maxShortTermLufs()).isCloseTo(whole.result().maxShortTermLufs(), within(1e-9));
    }

    @Test
    void silenceAndNothing_readTheAbsoluteGate() {
        var silent = new LoudnessMeter(44_100);
        silent.add(new float[2][441_000], 441_000);

        var expected = new Loudness(-70, 0, -70, -70);
        assertThat(silent.result()).isEqualTo(expected);
        assertThat(new LoudnessMeter(44_100).result()).isEqualTo(expected);
    }

    @Test
    void programmeShorterThanABlock_isTakenAsOneBlock() {
        float[] tone = TestSignals.sine(48_000, 1000, 0.1, 0, 9600);
        var meter = new LoudnessMeter(48_000);

        meter.add(TestSignals.stereo(tone), tone.length);

        assertThat(meter.result().integratedLufs()).isCloseTo(-20, within(TOLERANCE_LU));
        assertThat(meter.result().maxMomentaryLufs()).isCloseTo(-20, within(TOLERANCE_LU));
        assertThat(meter.result().maxShortTermLufs()).isCloseTo(-20, within(TOLERANCE_LU));
        assertThat(meter.result().rangeLu()).isZero();
    }

    /** A meter that has heard stereo tones of 1 kHz: pairs of a level in dBFS and a duration in seconds. */
    private static LoudnessMeter tones(int rate, double... levelsAndSeconds) {
        var meter = new LoudnessMeter(rate);
        for (int i = 0; i < levelsAndSeconds.length; i += 2) {
            for (int time = 0; time < Math.round(levelsAndSeconds[i + 1] * 100); time++) {
                addTone(meter, rate, levelsAndSeconds[i]);
            }
        }
        return meter;
    }

    /** 10 ms: whole periods at all these rates, so that they join without a step in phase. */
    private static void addTone(LoudnessMeter meter, int rate, double dbfs) {
        int frames = rate / 100;
        float[] tone = TestSignals.sine(rate, 1000, Math.pow(10, dbfs / 20), 0, frames);
        meter.add(TestSignals.stereo(tone), frames);
    }
}
