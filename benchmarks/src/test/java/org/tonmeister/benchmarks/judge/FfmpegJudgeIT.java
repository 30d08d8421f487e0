package org.tonmeister.benchmarks.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

class FfmpegJudgeIT {
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    private Path file(float[][] samples) throws IOException {
        Path file = folder.resolve("sound.wav");
        try (var writer = AudioWriter.create(file, OutputFormat.WAV32F, RATE, 24, Map.of(), Optional.empty())) {
            writer.write(samples, samples[0].length);
            writer.finish();
        }
        return file;
    }

    private static float[][] sine(double amplitude, double offset) {
        float[][] samples = new float[2][5 * RATE];
        for (int i = 0; i < samples[0].length; i++) {
            samples[0][i] = (float) (offset + amplitude * Math.sin(2 * Math.PI * 1000 * i / RATE));
            samples[1][i] = samples[0][i];
        }
        return samples;
    }

    @Test
    void readsLoudnessPeakAndOffset() throws Exception {
        var judge = FfmpegJudge.of(file(sine(0.1, 0.01)));

        assertThat(judge.lufs()).isCloseTo(-20, within(0.1));
        assertThat(judge.truePeakDbtp()).isCloseTo(20 * Math.log10(0.11), within(0.1));
        assertThat(judge.dcOffset()).isCloseTo(0.01, within(1e-5));
        assertThat(judge.notNumbers()).isZero();
        assertThat(judge.seconds()).isCloseTo(5, within(0.11));
    }

    @Test
    void aPeakInTheVeryLastSamplesIsSeen() throws Exception {
        float[][] samples = sine(0.1, 0);
        float[][] longer = new float[2][samples[0].length + 2000];
        for (int channel = 0; channel < 2; channel++) {
            System.arraycopy(samples[channel], 0, longer[channel], 0, samples[channel].length);
            longer[channel][longer[channel].length - 40] = 0.5f;
        }

        assertThat(FfmpegJudge.of(file(longer)).truePeakDbtp()).isCloseTo(-6, within(0.1));
    }

    @Test
    void samplesThatAreNoNumbersAreCounted() throws Exception {
        float[][] samples = sine(0.1, 0);
        samples[0][1000] = Float.NaN;
        samples[1][3000] = Float.POSITIVE_INFINITY;

        assertThat(FfmpegJudge.of(file(samples)).notNumbers()).isPositive();
    }

    @Test
    void whatIsNoAudioIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("song.flac"), "la la la");

        assertThatThrownBy(() -> FfmpegJudge.of(text)).isInstanceOf(IOException.class);
    }
}
