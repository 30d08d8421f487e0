package org.tonmeister.audio.codec;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioWriterTest {
    private static final int RATE = 44_100;
    private static final float STEP = 1 / 32_768f;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"FLAC, 16, 16", "FLAC, 24, 24", "WAV16, 0, 16", "WAV24, 0, 24", "WAV32F, 0, 24"})
    void lossless_givesBackEveryBitThatFits(OutputFormat format, int bits, int gridBits) throws Exception {
        float[][] samples = Signals.onGrid(gridBits, 20_001);

        Path file = write("a", format, bits, samples);

        Decoded decoded = Decoded.of(file);
        Signals.assertEqual(decoded.samples(), samples);
        Signals.assertEqual(FfmpegProgram.decode(file), samples);
        assertThat(decoded.info().encoding())
                .isEqualTo(
                        format == OutputFormat.WAV32F
                                ? PcmEncoding.F32
                                : gridBits == 16 ? PcmEncoding.S16 : PcmEncoding.S24);
    }

    @Test
    void float_isNeitherRoundedNorClamped() throws Exception {
        float[][] samples = Signals.offGrid(5_000);
        samples[0][3] = 4;
        samples[1][4] = -1e-20f;

        Signals.assertEqual(
                Decoded.of(write("a", OutputFormat.WAV32F, 0, samples)).samples(), samples);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"FLAC", "WAV16"})
    void sixteenBits_areDithered(OutputFormat format) throws Exception {
        // A constant between two steps: rounding would always err by 0.3 step, dither errs by nothing on average.
        float[][] samples = new float[2][40_000];
        java.util.Arrays.fill(samples[0], 0.3f * STEP);
        java.util.Arrays.fill(samples[1], -7.7f * STEP);

        float[][] read = Decoded.of(write("a", format, 16, samples)).samples();

        for (int c = 0; c < 2; c++) {
            double sum = 0;
            double squares = 0;
            float largest = 0;
            for (int i = 0; i < read[c].length; i++) {
                float error = (read[c][i] - samples[c][i]) / STEP;
                sum += error;
                squares += error * error;
                largest = Math.max(largest, Math.abs(error));
            }
            assertThat(sum / 40_000).isCloseTo(0, within(0.01));
            // TPDF: the total error's power is a quarter of a squared step, whatever the signal.
            assertThat(squares / 40_000).isCloseTo(0.25, within(0.01));
            assertThat(largest).isLessThanOrEqualTo(1.5f);
        }
    }

    @Test
    void sixteenBits_blocksOnTheGridPassUnchanged_amongOthers() throws Exception {
        // Quiet grid material, then something off the grid, then silence, in blocks of their own.
        float[][] samples = Signals.onGrid(8, 3 * 4_608);
        float[][] other = Signals.offGrid(4_608);
        for (int c = 0; c < 2; c++) {
            System.arraycopy(other[c], 0, samples[c], 4_608, 4_608);
            java.util.Arrays.fill(samples[c], 2 * 4_608, 3 * 4_608, 0);
        }

        float[][] read = Decoded.of(write("a", OutputFormat.FLAC, 16, samples)).samples();

        Signals.assertEqual(part(read, 0, 4_608), part(samples, 0, 4_608));
        Signals.assertClose(part(read, 4_608, 2 * 4_608), other, 1.5f * STEP);
        Signals.assertEqual(part(read, 2 * 4_608, 3 * 4_608), new float[2][4_608]);
    }

    @ParameterizedTest
    @CsvSource({"FLAC, 16", "FLAC, 24", "WAV16, 0", "WAV24, 0"})
    void samplesBeyondFullScale_areClampedNotWrapped(OutputFormat format, int bits) throws Exception {
        float[][] samples = {{1, 1.5f, 1e9f, 0.25f, Float.MAX_VALUE}, {-1, -1.5f, -1e9f, 0.25f, -Float.MAX_VALUE}};

        float[][] read = Decoded.of(write("a", format, bits, samples)).samples();

        for (int i : new int[] {0, 1, 2, 4}) {
            assertThat(read[0][i]).isBetween(1 - 2 * STEP, 1f);
            assertThat(read[1][i]).isBetween(-1f, -1 + 2 * STEP);
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void sameSamples_giveTheSameBytes_howeverTheyAreCut(OutputFormat format) throws Exception {
        float[][] samples = Signals.sines(RATE, 30_011);
        Map<String, String> tags = Map.of("title", "One", "artist", "Two", "album", "Three", "X_NOTE", "Four");
        Optional<Cover> cover = Optional.of(new Cover(Cover.PNG, Covers.png()));

        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Signals.write(first, format, RATE, 24, samples, tags, cover, 30_011);
        Signals.write(second, format, RATE, 24, samples, new java.util.HashMap<>(tags), cover, 777);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"MP3", "M4A", "OPUS"})
    void lossyFormats_soundLikeTheirInput(OutputFormat format) throws Exception {
        float[][] samples = Signals.sinesInNoise(48_000, 48_000);

        Path file = Signals.write(folder.resolve("a." + format.extension()), format, 48_000, samples);

        Decoded decoded = Decoded.of(file);
        // Also tells that the delay is right: a shift by one frame would err by 0.04.
        Signals.assertClose(part(decoded.samples(), 9_000, 40_000), part(samples, 9_000, 40_000), 0.01f);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void files_areAsLongAsWhatWasWritten(OutputFormat format) throws Exception {
        for (int frames : new int[] {1_023, 1_024, 1_025, 31_337}) {
            Path file = Signals.write(folder.resolve("a"), format, 48_000, Signals.sines(48_000, frames));

            assertThat(Decoded.of(file).frames()).isEqualTo(frames);
            long byProgram = FfmpegProgram.countFrames(file, 2);
            if (format == OutputFormat.M4A) {
                // FFmpeg's program reads the length but decodes the last frame in full.
                assertThat(byProgram).isBetween((long) frames, frames + 1_023L);
            } else {
                assertThat(byProgram).isEqualTo(frames);
            }
        }
    }

    @Test
    void m4a_tellsItsLengthToTheFrame_inEditListAndGaplessTag() throws Exception {
        Path file = Signals.write(folder.resolve("a.m4a"), OutputFormat.M4A, 44_100, Signals.sines(44_100, 44_100));

        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);

        // One edit at normal speed: 44,100 frames from frame 1,024 on.
        java.nio.ByteBuffer edit =
                java.nio.ByteBuffer.wrap(Files.readAllBytes(file)).position(bytes.indexOf("elst"));
        assertThat(edit.getInt(edit.position() + 8)).isEqualTo(1);
        assertThat(edit.getInt(edit.position() + 12)).isEqualTo(44_100);
        assertThat(edit.getInt(edit.position() + 16)).isEqualTo(1_024);
        assertThat(bytes).contains("iTunSMPB", " 00000000 00000400 000003BC 000000000000AC44 00000000");
    }

    @ParameterizedTest
    @CsvSource({
        "FLAC, 192000, 192000",
        "WAV16, 11025, 11025",
        "MP3, 44100, 44100",
        "MP3, 96000, 48000",
        "MP3, 88200, 44100",
        "MP3, 192000, 48000",
        "MP3, 37800, 44100",
        "MP3, 50000, 48000",
        "M4A, 96000, 96000",
        "M4A, 192000, 96000",
        "M4A, 176400, 88200",
        "MP3, 8000, 32000",
        "MP3, 16000, 32000",
        "MP3, 22050, 44100",
        "M4A, 37800, 44100",
        "OPUS, 44100, 48000",
        "OPUS, 96000, 48000",
        "OPUS, 8000, 48000"
    })
    void ratesTheEncoderLacks_areResampled(OutputFormat format, int sourceRate, int fileRate) throws Exception {
        float[][] samples = Signals.sinesInNoise(sourceRate, sourceRate / 2);
        Path file = folder.resolve("a");
        try (AudioWriter writer = AudioWriter.create(file, format, sourceRate, 24, Map.of(), Optional.empty())) {
            assertThat(writer.sampleRate()).isEqualTo(fileRate);
            writer.write(samples, samples[0].length);
            writer.finish();
        }

        Decoded decoded = Decoded.of(file);
        assertThat(decoded.info().sampleRate()).isEqualTo(fileRate);
        assertThat(decoded.frames()).isBetween(fileRate / 2, fileRate / 2 + 1_024);
        int middle = fileRate / 4;
        float[][] expected = part(Signals.sines(fileRate, fileRate / 2), middle - 500, middle + 500);
        Signals.assertClose(part(decoded.samples(), middle - 500, middle + 500), expected, 0.02f);
    }

    @ParameterizedTest
    @CsvSource({"MP3, 16000", "MP3, 24000", "MP3, 44100", "M4A, 16000", "M4A, 44100", "OPUS, 16000", "OPUS, 44100"})
    void lossyFormats_keepTheLevel_atLowRatesToo(OutputFormat format, int rate) throws Exception {
        Path file = Signals.write(folder.resolve("a"), format, rate, Signals.sinesInNoise(rate, rate));

        float[][] decoded = Decoded.of(file).samples();

        double rmsDbfs = 10 * Math.log10(meanSquare(decoded[0]) / 0.5);
        assertThat(rmsDbfs).isCloseTo(20 * Math.log10(0.5), within(0.1));
    }

    /** Of the middle half. */
    private static double meanSquare(float[] samples) {
        double sum = 0;
        int quarter = samples.length / 4;
        for (int i = quarter; i < 3 * quarter; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum / (2 * quarter);
    }

    @Test
    void unfinishedAndClosed_leavesNothingOpen() throws Exception {
        for (OutputFormat format : OutputFormat.values()) {
            AudioWriter writer = AudioWriter.create(folder.resolve("a"), format, RATE, 16, Map.of(), Optional.empty());
            writer.write(new float[2][5_000], 5_000);
            writer.close();
            writer.close();
            assertThatThrownBy(() -> writer.write(new float[2][1], 1)).isInstanceOf(IllegalStateException.class);
            Files.delete(folder.resolve("a"));
        }
    }

    @Test
    void refuses_otherFlacDepths() {
        assertThatThrownBy(() -> AudioWriter.create(
                        folder.resolve("a"), OutputFormat.FLAC, RATE, 20, Map.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FLAC is written with 16 or 24 bits, not 20");
    }

    @Test
    void failsWithTheReason_ifTheFileCannotBeWritten() {
        Path nowhere = folder.resolve("none").resolve("a.flac");

        assertThatThrownBy(() -> AudioWriter.create(nowhere, OutputFormat.FLAC, RATE, 16, Map.of(), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + nowhere + ": No such file or directory");
    }

    private Path write(String name, OutputFormat format, int bits, float[][] samples) throws IOException {
        return Signals.write(folder.resolve(name), format, RATE, bits, samples, Map.of(), Optional.empty(), 1_000);
    }

    private static float[][] part(float[][] samples, int from, int to) {
        return new float[][] {
            java.util.Arrays.copyOfRange(samples[0], from, to), java.util.Arrays.copyOfRange(samples[1], from, to)
        };
    }
}
