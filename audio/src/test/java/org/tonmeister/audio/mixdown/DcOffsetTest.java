package org.tonmeister.audio.mixdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DcOffsetTest {
    private static final int RATE = 1000;

    private static float[][] block(int frames, float left, float right) {
        float[][] block = new float[2][frames];
        Arrays.fill(block[0], left);
        Arrays.fill(block[1], right);
        return block;
    }

    @Test
    void isTheLargerMeanOfBothChannels() {
        var meter = new DcOffset.Meter(RATE);

        meter.add(block(1000, 0.25f, -0.5f), 1000);
        meter.add(block(1000, 0, 0), 500);

        assertThat(meter.result().whole()).isCloseTo(0.5 * 1000 / 1500, within(1e-12));
    }

    @Test
    void aWanderingOffsetIsFound() {
        var meter = new DcOffset.Meter(RATE);

        meter.add(block(3000, 0.01f, 0), 3000);
        meter.add(block(3000, -0.01f, 0), 3000);
        var offset = meter.result();

        assertThat(offset.whole()).isCloseTo(0, within(1e-9));
        assertThat(offset.longest()).isCloseTo(0.01, within(1e-8));
        assertThat(offset.matters()).isTrue();
    }

    @Test
    void bassDoesNotCountAsAnOffset() {
        var meter = new DcOffset.Meter(RATE);
        float[][] bass = new float[2][10_050];
        for (int i = 0; i < bass[0].length; i++) {
            bass[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 41 * i / RATE));
        }
        // As many whole waves as there are: else the cut itself leaves a mean.
        meter.add(bass, 10_000);

        assertThat(meter.result().matters()).isFalse();
    }

    @Test
    void whatNoGainMakesMatterIsLeft() {
        var meter = new DcOffset.Meter(RATE);

        meter.add(block(5000, 1e-5f, -1e-5f), 5000);

        assertThat(meter.result().matters()).isFalse();
    }

    @Test
    void nothingHasNone() {
        assertThat(new DcOffset.Meter(RATE).result()).isEqualTo(new DcOffset(0, 0));
    }
}
