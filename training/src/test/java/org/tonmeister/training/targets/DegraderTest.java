package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.analysis.WindowStatistics;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.masters.TestMusic;
import org.tonmeister.training.masters.WindowRecords;

class DegraderTest {
    @TempDir
    Path folder;

    private MasterTrack track;

    @BeforeEach
    void readTrack() throws Exception {
        track = read(TestMusic.noise(1, 12, false, -6, 0));
    }

    @Test
    void theMaster_isAtTheWorkLevel() {
        assertThat(loudness(track.samples())).isCloseTo(-20, within(0.01));
        assertThat(track.frames()).isEqualTo(12 * TestMusic.SAMPLE_RATE);
        assertThat(track.isMono()).isFalse();
    }

    @Test
    void withoutFlaws_windowsAreTheMasters() {
        var degrader = new Degrader(track, Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 0.8));

        assertThat(degrader.whole()).isDeepEqualTo(track.samples());
        assertThat(degrader.window(1)[0])
                .isEqualTo(
                        Arrays.copyOfRange(track.samples()[0], 5 * TestMusic.SAMPLE_RATE, 10 * TestMusic.SAMPLE_RATE));
    }

    @Test
    void whatNeedsGain_isQuieter() {
        SpectrogramWindow clean = window(Parameters.neutral());

        SpectrogramWindow flawed = window(units(Parameter.INPUT_GAIN, 6));

        assertThat(flawed.getStatistics().getRmsDbfs())
                .isCloseTo(clean.getStatistics().getRmsDbfs() - 6, within(0.001));
        assertThat(flawed.getStatistics().getCrestMeanDb())
                .isCloseTo(clean.getStatistics().getCrestMeanDb(), within(0.001));
    }

    @Test
    void whatNeedsWidth_isNarrower() {
        SpectrogramWindow clean = window(Parameters.neutral());

        SpectrogramWindow flawed = window(units(Parameter.WIDTH, 6));

        assertThat(flawed.getStatistics().getSideDbfs())
                .isCloseTo(clean.getStatistics().getSideDbfs() - 6, within(0.001));
        assertThat(flawed.getStatistics().getMidDbfs())
                .isCloseTo(clean.getStatistics().getMidDbfs(), within(0.001));
    }

    @Test
    void whatNeedsPresence_isDark() {
        double[] clean = bandsDb(window(Parameters.neutral()));

        double[] flawed = bandsDb(window(units(Parameter.PRESENCE, 12)));

        double largest = 0;
        for (int band = 0; band < clean.length; band++) {
            largest = Math.max(largest, clean[band] - flawed[band]);
        }
        assertThat(largest).isCloseTo(12, within(0.3));
        assertThat(flawed[10]).isCloseTo(clean[10], within(0.1));
    }

    @Test
    void whatNeedsCompression_isMoreDynamic_andAsLoud() throws Exception {
        // Given: a second loud, a second 12 dB quieter
        float[][] music = TestMusic.noise(2, 12, false, -6, 0);
        for (int i = 0; i < music[0].length; i++) {
            float gain = i / TestMusic.SAMPLE_RATE % 2 == 0 ? 1 : 0.25f;
            music[0][i] *= gain;
            music[1][i] *= gain;
        }
        track = read(music);
        SpectrogramWindow clean = window(Parameters.neutral());

        // When
        Parameters parameters = Parameters.neutral().with(Parameter.COMPRESSION, 0.6);
        SpectrogramWindow flawed = window(parameters);

        // Then
        assertThat(flawed.getStatistics().getLevelDeviationDb())
                .isGreaterThan(clean.getStatistics().getLevelDeviationDb() + 3);
        var degrader = new Degrader(track, parameters);
        assertThat(degrader.makeUpDb()).isBetween(3.0, 15.0);
        assertThat(ungated(degrader.whole())).isCloseTo(ungated(track.samples()), within(0.1));
    }

    @Test
    void aWindow_isThatOfTheWholeTrack() {
        // Given
        var degrader = new Degrader(track, Parameters.of(0.3, 0.8, 0.2, 0.9, 0.7, 0.1, 0, 0, 0.8, 0.5));

        // When
        float[][] window = degrader.window(1);
        float[][] whole = degrader.whole();

        // Then
        int start = track.windows().start(1);
        assertThat(window[0]).hasSize(track.windows().frames(1));
        double largest = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < window[channel].length; i++) {
                largest = Math.max(largest, Math.abs(window[channel][i] - whole[channel][start + i]));
            }
        }
        assertThat(largest).isLessThan(1e-6);
    }

    @Test
    void theTruth_restoresTheMaster_atItsLoudness() {
        // Given
        Parameters truth = Parameters.of(0.3, 0, 0.2, 0.9, 0.7, 0.1, 0, 0, 0.8, track.outputLevel());
        float[][] sound = new Degrader(track, truth).whole();

        // When
        new MixChain(track.sampleRate(), truth, ChainOptions.defaults().withoutLimiter())
                .process(sound, track.frames());

        // Then
        double gain = Math.pow(10, truth.units(Parameter.OUTPUT_LEVEL) / 20);
        double error = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < sound[channel].length; i++) {
                error = Math.max(error, Math.abs(sound[channel][i] - gain * track.samples()[channel][i]));
            }
        }
        assertThat(error).isLessThan(1e-5);
        assertThat(loudness(sound)).isCloseTo(-14, within(0.1));
    }

    private MasterTrack read(float[][] stereo) throws Exception {
        Path file = folder.resolve("track.wav");
        TestMusic.write(file, stereo);
        return MasterTrack.read(file);
    }

    private SpectrogramWindow window(Parameters parameters) {
        float[][] sound = new Degrader(track, parameters).window(0);
        return new WindowRecords().of("t", "e", 0, sound, 0, sound[0].length, track.sampleRate());
    }

    private static Parameters units(Parameter parameter, double units) {
        return Parameters.neutral().with(parameter, parameter.fromUnits(units));
    }

    /** Mean levels of the mid signal's bands. */
    private static double[] bandsDb(SpectrogramWindow window) {
        ShortBuffer levels = window.getMid().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        double[] bands = new double[window.getMelBins()];
        for (int i = 0; i < levels.limit(); i++) {
            bands[i / window.getFrames()] += levels.get(i) / 100.0 / window.getFrames();
        }
        return bands;
    }

    private static double ungated(float[][] stereo) {
        return WindowStatistics.of(stereo, stereo[0].length, TestMusic.SAMPLE_RATE)
                .loudnessLufs();
    }

    private static double loudness(float[][] stereo) {
        var meter = new LoudnessMeter(TestMusic.SAMPLE_RATE);
        meter.add(stereo, stereo[0].length);
        return meter.result().integratedLufs();
    }
}
