package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.masters.TestMusic;

class MasterTrackTest {
    @TempDir
    Path folder;

    @Test
    void outputLevel_isJustTheGain_whereTheLimiterHasNothingToDo() throws Exception {
        MasterTrack track = read(TestMusic.noise(1, 6, false, -6, 0));

        assertThat(track.outputLevel()).isCloseTo(0.75, within(0.001));
    }

    @Test
    void outputLevel_makesUpForTheLimiter() throws Exception {
        // Given: bursts of 75 ms, whose peaks would be above the ceiling
        float[][] music = TestMusic.noise(1, 8, false, -6, 0);
        for (int i = 0; i < music[0].length; i++) {
            float gain = i % 22_050 < 3300 ? 1 : 0.1f;
            music[0][i] *= gain;
            music[1][i] *= gain;
        }

        // When
        MasterTrack track = read(music);

        // Then
        assertThat(track.outputLevel()).isBetween(0.755, 0.95);
        assertThat(mixed(track)).isCloseTo(-14, within(0.05));
    }

    @Test
    void outputLevel_goesNoFurtherThanItsRange() throws Exception {
        // Given: one burst in ten seconds, whose loudness the limiter gives no chance
        float[][] music = TestMusic.noise(1, 10, false, -6, 0);
        for (int i = 0; i < music[0].length; i++) {
            float gain = i % 44_100 < 441 ? 1 : 0.001f;
            music[0][i] *= gain;
            music[1][i] *= gain;
        }

        // When
        MasterTrack track = read(music);

        // Then
        assertThat(track.outputLevel()).isEqualTo(1);
        assertThat(mixed(track)).isLessThan(-14.05);
    }

    @Test
    void findsMono() throws Exception {
        assertThat(read(TestMusic.noise(1, 5, false, -59, 0)).isMono()).isFalse();
        assertThat(read(TestMusic.noise(1, 5, false, -61, 0)).isMono()).isTrue();
    }

    @Test
    void refuses_silence() {
        assertThatThrownBy(() -> read(new float[2][44_100]))
                .isInstanceOf(AudioFormatException.class)
                .hasMessage("the track is silent: its loudness is below -70.0 LUFS");
    }

    private MasterTrack read(float[][] stereo) throws Exception {
        Path file = folder.resolve("track.wav");
        TestMusic.write(file, stereo);
        return MasterTrack.read(file);
    }

    /** The loudness of the track at its output level, limited. */
    private static double mixed(MasterTrack track) {
        float[][] sound = {track.samples()[0].clone(), track.samples()[1].clone()};
        var parameters = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, track.outputLevel());
        new MixChain(track.sampleRate(), parameters, ChainOptions.defaults()).process(sound, track.frames());
        var meter = new LoudnessMeter(track.sampleRate());
        meter.add(sound, track.frames());
        return meter.result().integratedLufs();
    }
}
