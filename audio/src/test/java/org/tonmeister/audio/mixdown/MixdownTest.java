package org.tonmeister.audio.mixdown;

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
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class MixdownTest {
    private static final int RATE = 44_100;
    private static final MixdownOptions FLAC = MixdownOptions.of(OutputFormat.FLAC);

    @TempDir
    Path folder;

    private final SyntheticTrack track = new SyntheticTrack(RATE, 8, 0.5);

    private MixdownResult render(Parameters parameters, MixdownOptions options) throws IOException {
        return render(track, parameters, options);
    }

    private MixdownResult render(Track source, Parameters parameters, MixdownOptions options) throws IOException {
        Path file = folder.resolve("mix");
        return Mixdown.render(
                source,
                parameters,
                options,
                file,
                taken -> AudioWriter.create(file, options.format(), RATE, 16, Map.of(), Optional.empty()));
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
        render(Parameters.neutral(), FLAC);

        assertThat(decoded()).isDeepEqualTo(track.samples());
    }

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        var parameters = Parameters.of(0.6, 0.4, 0.55, 0.45, 0.6, 0.5, 0.2, 0.1, 0.6, 0.7);

        render(parameters, FLAC);
        byte[] first = Files.readAllBytes(folder.resolve("mix"));
        render(parameters, FLAC);

        assertThat(Files.readAllBytes(folder.resolve("mix"))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-23, -14, -9})
    void reachesALoudnessTarget(double lufs) throws IOException {
        var result = render(Parameters.neutral(), FLAC.withLoudnessLufs(lufs));

        assertThat(result.after().loudness().integratedLufs()).isCloseTo(lufs, within(0.1));
        assertThat(result.after().truePeakDbtp()).isLessThanOrEqualTo(-0.99);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "M4A", "OPUS"})
    void lossyFilesKeepTheCeilingWhenDecoded(OutputFormat format) throws Exception {
        var loud = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 1);

        var result = render(loud, MixdownOptions.of(format));

        assertThat(result.after().truePeakDbtp()).isBetween(-3.0, -1.0);
        assertThat(result.encodings()).isBetween(1, 3);
        assertThat(decoded()[0].length).isBetween(track.frames() - 1, (int) (track.frames() * 48.0 / 44.1) + 1);
    }

    @Test
    void anotherCeilingIsKept() throws IOException {
        var loud = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 1);

        var result = render(loud, FLAC.withCeilingDbtp(-6));

        assertThat(result.after().truePeakDbtp()).isBetween(-6.3, -5.99);
        assertThat(result.gainReduction().limiterMaxDb()).isGreaterThan(3);
    }

    @Test
    void aDcOffsetOfTheSourceDoesNotReachTheMix() throws Exception {
        Track shifted = new Track() {
            @Override
            public int sampleRate() {
                return RATE;
            }

            @Override
            public void read(BlockSink sink) throws IOException {
                track.read((block, frames) -> {
                    for (int i = 0; i < frames; i++) {
                        block[0][i] += 0.01f;
                    }
                    sink.accept(block, frames);
                });
            }
        };
        var bassy = Parameters.neutral().with(Parameter.LOW_EQ, 1);

        var result = render(shifted, bassy, FLAC);

        assertThat(result.removedOffset()).isCloseTo(0.01, within(2e-3));
        // −60 dBFS; the low shelf would have made 0.04 of it.
        assertThat(Math.abs(mean(decoded()[0]))).isLessThan(1e-3);
        assertThat(Math.abs(mean(decoded()[1]))).isLessThan(1e-3);
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    @Test
    void silenceHasNoLoudnessToAimAt() throws IOException {
        var silence = new SyntheticTrack(RATE, 2, 0);

        var result = render(silence, Parameters.neutral(), FLAC.withLoudnessLufs(-14));

        assertThat(result.parameters()).isEqualTo(Parameters.neutral());
        assertThat(result.after().loudness().integratedLufs()).isEqualTo(-70);
    }
}
