package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoudnessHistogramTest {
    @Test
    void agreesWithTheSameSumsOverAList() {
        // Given 20,000 blocks from −70 to −5 LUFS
        var random = new Random(3);
        var histogram = new LoudnessHistogram();
        var list = new ArrayList<Double>();
        for (int i = 0; i < 20_000; i++) {
            double energy = Math.pow(10, (-69 + 64 * random.nextDouble()) / 10);
            histogram.add(energy);
            list.add(energy);
        }
        Collections.sort(list);

        // When
        double mean = mean(list, 0);
        double expected = mean(list, mean / 10);
        var aboveRangeGate = list.stream().filter(energy -> energy > mean / 100).toList();
        int top = aboveRangeGate.size() - 1;
        double range = 10
                * Math.log10(aboveRangeGate.get((int) Math.round(top * 0.95))
                        / aboveRangeGate.get((int) Math.round(top * 0.10)));

        // Then
        assertThat(10 * Math.log10(histogram.gatedMean(10) / expected)).isCloseTo(0, within(0.001));
        assertThat(histogram.range(20)).isCloseTo(range, within(0.02));
    }

    @Test
    void blocksAtOrBelowTheAbsoluteGate_doNotCount() {
        var histogram = new LoudnessHistogram();
        histogram.add(0);
        histogram.add(Math.pow(10, -7.1));

        assertThat(histogram.gatedMean(10)).isZero();
        assertThat(histogram.range(20)).isZero();
    }

    @Test
    void loudnessAboveTheLastBin_isKept() {
        var histogram = new LoudnessHistogram();
        histogram.add(1e6);

        assertThat(histogram.gatedMean(10)).isEqualTo(1e6);
        assertThat(histogram.range(20)).isZero();
    }

    private static double mean(List<Double> energies, double gate) {
        return energies.stream()
                .filter(energy -> energy > gate)
                .mapToDouble(energy -> energy)
                .average()
                .orElse(0);
    }
}
