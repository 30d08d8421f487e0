package org.tonmeister.predict.analyser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;

class MasterMeterTest {
    @TempDir
    private Path folder;

    @Test
    void mediansAndSpreads_areThoseOfTheTracks() {
        var meter = new MasterMeter();
        for (double lowDb : new double[] {-4, -2, 0, 2, 4}) {
            meter.add(List.of(Sound.music(1, -10 + lowDb / 2)
                    .equalised(Parameter.LOW_EQ, lowDb)
                    .at(-20)
                    .window()));
        }

        var statistics = meter.statistics("t");

        assertThat(statistics.tracks()).isEqualTo(5);
        assertThat(statistics.windows()).isEqualTo(5);
        assertThat(statistics.sideToMidDb().median()).isEqualTo(-10, within(0.1));
        assertThat(statistics.sideToMidDb().spread()).isEqualTo(2, within(0.2));
        assertThat(statistics.balanceDb().get(0).spread()).as("60 Hz").isBetween(3.2, 3.8);
        var low = statistics.eqGainsDb().get("lowEq");
        assertThat(low.median()).isEqualTo(0, within(0.1));
        assertThat(low.spread()).isBetween(2.5, 4.5);
        assertThat(statistics.eqGainsDb().get("presence").spread()).isLessThan(0.3);
    }

    @Test
    void longTracks_countNoMoreThanShortOnes() {
        var meter = new MasterMeter();
        var wide = Sound.music(1, -6).at(-20).window();
        meter.add(List.of(wide, wide, wide, wide, wide));
        meter.add(List.of(Sound.music(1, -12).at(-20).window()));
        meter.add(List.of(Sound.music(1, -12).at(-20).window()));

        assertThat(meter.statistics("t").sideToMidDb().median()).isEqualTo(-12, within(0.1));
    }

    @Test
    void silenceAndMono_areLeftOut() {
        var meter = new MasterMeter();
        meter.add(List.of(Sound.silence().window()));
        meter.add(List.of(Sound.music(1, -200).at(-20).window()));
        meter.add(List.of(Sound.silence().window(), Sound.music(1, -9).at(-20).window()));

        var statistics = meter.statistics("t");

        assertThat(statistics.tracks()).isEqualTo(2);
        assertThat(statistics.windows()).isEqualTo(2);
        assertThat(statistics.sideToMidDb().median()).isEqualTo(-9, within(0.1));
    }

    @Test
    void rejects_nothingMeasured() {
        assertThatThrownBy(() -> new MasterMeter().statistics("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to measure");
    }

    @Test
    void comesBackFromItsFile() throws IOException {
        var meter = new MasterMeter();
        meter.add(List.of(Sound.music(1, -9).at(-20).window()));
        var statistics = meter.statistics("2026-1");
        Path file = folder.resolve("masters.json");

        statistics.write(file);

        assertThat(MasterStatistics.read(file)).isEqualTo(statistics);
    }

    @Test
    void rejects_badFilesWithAReason() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"version\":\"x\"}");

        assertThatThrownBy(() -> MasterStatistics.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a file of master statistics: ")
                .hasMessageContaining("bad.json")
                .hasMessageContaining("they lack");
    }

    @Test
    void excess_isWhatLiesOutsideOneAndAQuarterSpreads() {
        var spread = new Spread(10, 2);

        assertThat(spread.excess(15)).isEqualTo(2.5);
        assertThat(spread.excess(5)).isEqualTo(-2.5);
        assertThat(spread.excess(12.4)).isZero();
        assertThat(spread.excess(Double.NaN)).isZero();
    }

    @Test
    void spread_isTheDeviationOfANormalDistribution() {
        var random = new Random(3);
        var values = random.doubles(20_000)
                .mapToObj(unused -> new Spread.Weighted(5 + 3 * random.nextGaussian(), 1))
                .toList();

        assertThat(Spread.of(values).median()).isEqualTo(5, within(0.1));
        assertThat(Spread.of(values).spread()).isEqualTo(3, within(0.1));
    }
}
