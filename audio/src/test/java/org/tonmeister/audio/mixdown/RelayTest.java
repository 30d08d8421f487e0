package org.tonmeister.audio.mixdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RelayTest {
    @Test
    void handsBlocksOnInOrderAndWhole() throws IOException {
        List<Float> taken = new ArrayList<>();
        float[][] block = new float[2][3];
        try (var relay = new Relay((copy, frames) -> {
            for (int i = 0; i < frames; i++) {
                taken.add(copy[0][i] + copy[1][i]);
            }
        })) {
            for (int n = 0; n < 100; n++) {
                int frames = 1 + n % 3;
                for (int i = 0; i < frames; i++) {
                    block[0][i] = n;
                    block[1][i] = i * 1000;
                }
                relay.accept(block, frames);
                // What the giver does with its block afterwards does not matter.
                block[0][0] = Float.NaN;
            }
            relay.finish();
        }

        List<Float> expected = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            for (int i = 0; i < 1 + n % 3; i++) {
                expected.add((float) n + i * 1000);
            }
        }
        assertThat(taken).isEqualTo(expected);
    }

    @Test
    void aFailureOfTheTargetReachesTheGiver() {
        var calls = new AtomicInteger();
        try (var relay = new Relay((block, frames) -> {
            calls.incrementAndGet();
            throw new IOException("disk full");
        })) {
            assertThatThrownBy(() -> {
                        for (int n = 0; n < 10; n++) {
                            relay.accept(new float[2][4], 4);
                        }
                        relay.finish();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("disk full");
        }
        assertThat(calls).hasValue(1);
    }
}
