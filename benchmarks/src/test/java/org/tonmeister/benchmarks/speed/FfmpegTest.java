package org.tonmeister.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.analysis.Meters;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.mixdown.FileTrack;

class FfmpegTest {
    private static final int RATE = 44_100;
    private static final Core ANY = new Core(-1);

    @TempDir
    private Path folder;

    private Job job() throws IOException {
        Path wav = folder.resolve("song.wav");
        float[][] samples = new float[2][3 * RATE];
        for (int i = 0; i < samples[0].length; i++) {
            double beat = Math.exp(-6.0 * (i % (RATE / 2)) / RATE);
            samples[0][i] = (float) (0.4 * beat * Math.sin(2 * Math.PI * 220 * i / RATE));
            samples[1][i] = (float) (0.4 * beat * Math.sin(2 * Math.PI * 331 * i / RATE));
        }
        try (var writer = AudioWriter.create(wav, OutputFormat.WAV16, RATE, Job.BITS, Map.of(), Optional.empty())) {
            writer.write(samples, samples[0].length);
            writer.finish();
        }
        return new Job(wav, folder.resolve("tonmeister.flac"), 3, -20, 1);
    }

    private FfmpegProgram program() throws IOException {
        return FfmpegProgram.of("test", Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), folder);
    }

    private static double lufs(Path file) throws IOException {
        FileTrack track = FileTrack.open(file);
        var meters = new Meters(track.sampleRate());
        track.read(meters::add);
        return meters.result().loudness().integratedLufs();
    }

    @ParameterizedTest
    @EnumSource(FfmpegChain.class)
    void everyChainMakesAMixAboutAsLoudAsOurs(FfmpegChain chain) throws IOException {
        Job job = job();

        double seconds = new Ffmpeg(ANY, RATE).mix(program(), chain, job);

        Tonmeister.chain(job);
        assertThat(seconds).isPositive();
        assertThat(lufs(folder.resolve("ffmpeg.flac"))).isCloseTo(lufs(job.out()), within(3.0));
    }

    @Test
    void wrongArgumentsAreToldByFfmpegsOwnWords() throws IOException {
        FfmpegProgram program = program();

        assertThatThrownBy(() -> program.cpuSeconds(ANY, folder, List.of("-i", "absent.wav", "-f", "null", "-")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such file");
    }
}
