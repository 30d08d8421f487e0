package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.masters.TestMusic;
import org.tonmeister.training.targets.MasterTrack;
import org.tonmeister.training.targets.Protocol;

class ExampleSoundTest {
    private static final Parameters TRUTH = Parameters.neutral()
            .with(Parameter.INPUT_GAIN, 0.75)
            .with(Parameter.COMPRESSION, 0.4)
            .with(Parameter.MID_EQ, 0.7)
            .with(Parameter.WIDTH, 0.6)
            .with(Parameter.OUTPUT_LEVEL, 0.75);

    @TempDir
    Path folder;

    @Test
    void theTruth_restoresTheMaster_andNothingElseDoes() throws Exception {
        // Given
        var meter = new SoundMeter(sound());

        // When
        SoundFigures restored = meter.of(TRUTH);
        SoundFigures untouched = meter.of(Parameters.neutral());

        // Then
        assertThat(meter.hasSound()).isTrue();
        assertThat(restored.mrStft()).isLessThan(0.01);
        assertThat(restored.loudnessLu()).isLessThan(0.05);
        assertThat(restored.sideToMidDb()).isLessThan(0.01);
        assertThat(restored.truePeakDbtp()).isLessThanOrEqualTo(-1);
        assertThat(untouched.mrStft()).isGreaterThan(0.5);
        assertThat(untouched.loudnessLu()).isGreaterThan(4);
        // 24 · 0.1 dB of width
        assertThat(untouched.sideToMidDb()).isCloseTo(2.4, within(0.05));
    }

    @Test
    void theStretch_beginsAtAQuarter_withRoomForThePreRoll() {
        assertThat(Stretch.of(100 * 44_100, 44_100)).isEqualTo(new Stretch(969_728, 1_102_500, 1_543_500));
        assertThat(Stretch.of(4 * 44_100, 44_100)).isEqualTo(new Stretch(0, 0, 4 * 44_100));
    }

    @Test
    void figures_surviveTheirText() {
        var figures = new SoundFigures(0.1, 1 / 3.0, 2, 3, 4, 5, 6, -1.5);
        assertThat(SoundFigures.parse(figures.text())).isEqualTo(figures);
    }

    private ExampleSound sound() throws Exception {
        Path file = folder.resolve("master.wav");
        TestMusic.write(file, TestMusic.noise(3, 6, true, -8, 0));
        return ExampleSound.of(MasterTrack.read(file), Examples.example("a12-0000", Protocol.A12, "masters", TRUTH));
    }
}
