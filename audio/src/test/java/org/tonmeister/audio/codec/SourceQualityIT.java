package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A source's bits and rate through reader and writer, as a neutral mix takes them; judged by what the ffmpeg program says
 * and decodes.
 */
class SourceQualityIT {
    private static final double STEP_16 = 0x1p-15;
    private static final double STEP_24 = 0x1p-23;

    @TempDir
    Path folder;

    static Stream<Arguments> formatsSourcesAndRates() {
        List<Arguments> all = new ArrayList<>();
        for (OutputFormat format : OutputFormat.values()) {
            for (int bits : new int[] {16, 24, 32}) {
                for (int rate : new int[] {44_100, 48_000, 96_000, 192_000}) {
                    all.add(arguments(format, bits, rate));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("formatsSourcesAndRates")
    void bitsAndRate_areKeptAsFarAsTheFormatCan(OutputFormat format, int sourceBits, int rate) throws Exception {
        // Given
        float[][] samples = source(sourceBits, rate / 5);
        OutputFormat sourceFormat =
                switch (sourceBits) {
                    case 16 -> OutputFormat.WAV16;
                    case 24 -> OutputFormat.WAV24;
                    default -> OutputFormat.WAV32F;
                };
        Decoded source = Decoded.of(Signals.write(folder.resolve("source.wav"), sourceFormat, rate, samples));
        assertThat(source.info().bitsPerSample()).isEqualTo(sourceBits);
        Signals.assertEqual(source.samples(), samples);

        // When
        Path file = folder.resolve("a." + format.extension());
        int flacBits = OutputFormat.flacBits(source.info().bitsPerSample());
        Signals.write(file, format, rate, flacBits, source.samples(), Map.of(), Optional.empty(), 4_096);

        // Then
        int fileRate = rateOf(format, rate);
        assertThat(FfmpegProgram.describe(file))
                .containsPattern("Audio: " + streamOf(format, flacBits).replace("RATE", Integer.toString(fileRate)));
        float[][] decoded = FfmpegProgram.decode(file);
        if (format == OutputFormat.MP3 || format == OutputFormat.M4A || format == OutputFormat.OPUS) {
            int frames = (int) Math.ceil((double) samples[0].length * fileRate / rate);
            assertThat(Decoded.of(file).frames()).isEqualTo(frames);
            assertThat(decoded[0].length).isBetween(frames, frames + 1_023);
        } else {
            Signals.assertClose(decoded, samples, (float) largestError(format, sourceBits));
        }
    }

    /** What a format may err by: nothing where it holds the source, else half a step, and one more for dither. */
    private static double largestError(OutputFormat format, int sourceBits) {
        int bits =
                switch (format) {
                    case WAV16 -> 16;
                    case WAV24 -> 24;
                    case FLAC -> OutputFormat.flacBits(sourceBits);
                    default -> 32;
                };
        if (sourceBits <= bits) {
            return 0;
        }
        return bits == 16 ? 1.5 * STEP_16 : 0.5 * STEP_24;
    }

    private static int rateOf(OutputFormat format, int rate) {
        return switch (format) {
            case MP3 -> Math.min(rate, 48_000);
            case M4A -> Math.min(rate, 96_000);
            case OPUS -> 48_000;
            case FLAC, WAV16, WAV24, WAV32F -> rate;
        };
    }

    private static String streamOf(OutputFormat format, int flacBits) {
        return switch (format) {
            case FLAC -> flacBits == 16 ? "flac, RATE Hz, stereo, s16" : "flac, RATE Hz, stereo, s32 \\(24 bit\\)";
            case WAV16 -> "pcm_s16le .*RATE Hz, .*, s16, ";
            case WAV24 -> "pcm_s24le .*RATE Hz, .*, s32 \\(24 bit\\), ";
            case WAV32F -> "pcm_f32le .*RATE Hz, .*, flt, ";
            case MP3 -> "mp3 .*RATE Hz, stereo, .*, 320 kb/s";
            case M4A -> "aac \\(LC\\) .*RATE Hz, stereo";
            case OPUS -> "opus, RATE Hz, stereo";
        };
    }

    /** Sines and noise with every bit in use. */
    private static float[][] source(int bits, int frames) {
        if (bits < 32) {
            float[][] noise = Signals.onGrid(bits, frames);
            float[][] sines = Signals.sines(44_100, frames);
            float step = (float) (bits == 16 ? STEP_16 : STEP_24);
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < frames; i++) {
                    // Both summands on the grid, the sum within the range: exact in float.
                    float quiet = (float) Math.rint(noise[c][i] / 256 / step) * step;
                    noise[c][i] = (float) Math.rint(sines[c][i] / step) * step + quiet;
                }
            }
            return noise;
        }
        float[][] floats = Signals.offGrid(frames);
        assertThat(SampleGrid.holds16(floats[0], frames)).isFalse();
        return floats;
    }
}
