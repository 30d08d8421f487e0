package org.tonmeister.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.MixFormat;
import org.tonmeister.schemas.record.MixOptions;

class TakesTest {
    private static final int RATE = 44_100;

    @TempDir
    Path folder;

    private final SyntheticTrack track = new SyntheticTrack(RATE, 8, 0.5);

    private Takes.Final render(Parameters parameters, MixOptions options) throws IOException {
        Path file = folder.resolve("mix");
        var format = Formats.of(options);
        var survey = Survey.of(track, parameters);
        var chain = ChainOptions.defaults().withMakeUpDb(survey.makeUpDb()).withCeilingDbtp(options.getCeilingDbtp());
        return new Takes(
                        track,
                        options,
                        file,
                        settings -> AudioWriter.create(file, format, RATE, 16, Map.of(), Optional.empty()))
                .render(new Settings(parameters, chain));
    }

    private float[][] decoded() throws Exception {
        float[][] samples = new float[2][track.frames() + RATE];
        float[][] block = new float[2][4096];
        int length = 0;
        try (var reader = AudioReader.open(folder.resolve("mix"))) {
            for (int n = reader.read(block, 4096); n >= 0; n = reader.read(block, 4096)) {
                for (int channel = 0; channel < 2; channel++) {
                    System.arraycopy(block[channel], 0, samples[channel], length, n);
                }
                length += n;
            }
        }
        int frames = length;
        return Arrays.stream(samples).map(s -> Arrays.copyOf(s, frames)).toArray(float[][]::new);
    }

    @Test
    void neutralGivesTheSourceBackBitForBit() throws Exception {
        render(Parameters.neutral(), MixOptions.newBuilder().build());

        assertThat(decoded()).isDeepEqualTo(track.samples());
    }

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        var parameters = Parameters.of(0.6, 0.4, 0.55, 0.45, 0.6, 0.5, 0.2, 0.1, 0.6, 0.7);

        render(parameters, MixOptions.newBuilder().build());
        byte[] first = Files.readAllBytes(folder.resolve("mix"));
        render(parameters, MixOptions.newBuilder().build());

        assertThat(Files.readAllBytes(folder.resolve("mix"))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-23, -14, -9})
    void reachesALoudnessTarget(double lufs) throws IOException {
        var result = render(
                Parameters.neutral(),
                MixOptions.newBuilder().setLoudnessLufs(lufs).build());

        assertThat(result.take().after().getLufs()).isCloseTo(lufs, within(0.1));
        assertThat(result.take().after().getTruePeakDbtp()).isLessThanOrEqualTo(-0.99);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "M4A", "OPUS"})
    void lossyFilesKeepTheCeilingWhenDecoded(MixFormat format) throws Exception {
        var loud = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 1);

        var result = render(loud, MixOptions.newBuilder().setFormat(format).build());

        assertThat(result.take().after().getTruePeakDbtp()).isBetween(-3.0, -1.0);
        assertThat(decoded()[0].length).isBetween(track.frames() - 1, (int) (track.frames() * 48.0 / 44.1) + 1);
    }

    @Test
    void anotherCeilingIsKept() throws IOException {
        var loud = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 1);

        var result = render(loud, MixOptions.newBuilder().setCeilingDbtp(-6).build());

        assertThat(result.take().after().getTruePeakDbtp()).isBetween(-6.3, -5.99);
        assertThat(result.take().gainReduction().limiterMaxDb()).isGreaterThan(3);
    }

    @Test
    void silenceHasNoLoudnessToAimAt() throws IOException {
        var silence = new SyntheticTrack(RATE, 2, 0);
        Path file = folder.resolve("mix");

        var result = new Takes(
                        silence,
                        MixOptions.newBuilder().setLoudnessLufs(-14.0).build(),
                        file,
                        s -> AudioWriter.create(file, OutputFormat.FLAC, RATE, 16, Map.of(), Optional.empty()))
                .render(new Settings(Parameters.neutral(), ChainOptions.defaults()));

        assertThat(result.settings().parameters()).isEqualTo(Parameters.neutral());
        assertThat(result.take().after().getLufs()).isEqualTo(-70);
    }
}
