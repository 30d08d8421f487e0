package org.tonmeister.standalone.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveformTest {
    @Test
    void outline_holdsPeaksAndRms_ofBothChannels() {
        var waveform = new Waveform(1600);
        float[][] block = new float[2][32];
        block[0][3] = 0.5f;
        block[1][5] = -0.25f;
        block[1][20] = 1;

        waveform.add(block, 32);

        assertThat(waveform.stepSeconds()).isEqualTo(0.01);
        assertThat(waveform.highest()).containsExactly(0.5f, 1f);
        assertThat(waveform.lowest()).containsExactly(-0.25f, 0f);
        assertThat(waveform.rms()[0]).isCloseTo((float) Math.sqrt((0.25 + 0.0625) / 32), within(1e-6f));
    }

    @Test
    void longTracks_areCoarser_andLoseNoPeak() {
        var waveform = new Waveform(48_000);
        float[][] block = new float[2][10_000];
        for (int i = 0; i < 100; i++) {
            block[0][77] = i == 42 ? -0.9f : 0;
            waveform.add(block, 10_000);
        }

        assertThat(waveform.size()).isBetween(Waveform.MOST_POINTS / 2, Waveform.MOST_POINTS);
        assertThat(waveform.size() * waveform.stepSeconds()).isCloseTo(1e6 / 48_000, within(waveform.stepSeconds()));
        int place = (int) (420_077 / (waveform.stepSeconds() * 48_000));
        assertThat(waveform.lowest()[place]).isEqualTo(-0.9f);
        assertThat(waveform.lowest()[place + 1]).isZero();
        assertThat(waveform.highest()).containsOnly(0f);
    }

    @Test
    void blocks_doNotMatter() {
        float[][] ramp = new float[2][100_000];
        for (int i = 0; i < ramp[0].length; i++) {
            ramp[0][i] = (float) Math.sin(0.001 * i * i);
        }
        var whole = new Waveform(48_000);
        whole.add(ramp, ramp[0].length);
        var pieces = new Waveform(48_000);
        float[][] block = new float[2][7];
        for (int done = 0; done < ramp[0].length; done += 7) {
            int frames = Math.min(7, ramp[0].length - done);
            System.arraycopy(ramp[0], done, block[0], 0, frames);
            pieces.add(block, frames);
        }

        assertThat(pieces.highest()).isEqualTo(whole.highest());
        assertThat(pieces.rms()).isEqualTo(whole.rms());
    }
}
