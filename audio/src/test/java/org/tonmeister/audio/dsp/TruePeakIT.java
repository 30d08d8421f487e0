package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.audio.filter.AtMasteringRates;

/** The ceiling as an independent meter sees it: FFmpeg's {@code ebur128}, which interpolates to 192 kHz. */
class TruePeakIT {
    private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[0-9.]+|-inf) dBFS");

    @TempDir
    Path folder;

    @AtMasteringRates
    void overdrivenProgrammeStaysBelowTheCeiling(int rate) throws Exception {
        assertCeilingHolds(rate, Signals.programme(rate, 1, 5 * rate));
    }

    @AtMasteringRates
    void whiteNoiseAndRandomSquaresStayBelowTheCeiling(int rate) throws Exception {
        float[][] noise = Signals.noise(2, 0.8, 3 * rate);
        assertCeilingHolds(rate, noise);
        assertCeilingHolds(
                rate, Signals.stereo(3 * rate, i -> Math.signum(noise[0][i]), i -> Math.signum(noise[1][i])));
    }

    @AtMasteringRates
    void clicksAndTonesBetweenSamplesStayBelowTheCeiling(int rate) throws Exception {
        assertCeilingHolds(rate, Signals.stereo(3 * rate, i -> i % 5000 == 0 ? 1 : 0, i -> i % 5000 == 1 ? -1 : 0));
        assertCeilingHolds(
                rate,
                Signals.stereo(
                        3 * rate,
                        i -> Math.sin(Math.PI / 2 * i + Math.PI / 4),
                        i -> i / 3000 % 2 * Math.sin(2 * Math.PI * 0.41 * i)));
    }

    @ParameterizedTest
    @CsvSource({"44100, 1", "44100, 2", "44100, 3", "44100, 4", "48000, 5", "48000, 6", "96000, 7", "96000, 8"})
    void anyMixStaysBelowTheCeiling(int rate, long seed) throws Exception {
        double[] values = new SplittableRandom(seed).doubles(Parameters.COUNT).toArray();
        Parameters parameters =
                Parameters.of(values).with(Parameter.INPUT_GAIN, 1).with(Parameter.OUTPUT_LEVEL, 1);

        assertCeilingHolds(rate, parameters, Signals.programme(rate, seed, 5 * rate));
    }

    private void assertCeilingHolds(int rate, float[][] signal) throws Exception {
        assertCeilingHolds(rate, Parameters.neutral().with(Parameter.OUTPUT_LEVEL, 1), signal);
    }

    private void assertCeilingHolds(int rate, Parameters parameters, float[][] signal) throws Exception {
        double ceilingDbtp = -1;
        var chain = new MixChain(rate, parameters, ChainOptions.defaults().withCeilingDbtp(ceilingDbtp));

        chain.process(signal, signal[0].length);

        assertThat(ffmpegTruePeakDb(rate, signal)).isBetween(ceilingDbtp - 2, ceilingDbtp + 0.05);
    }

    /** To a tenth of a dB, as FFmpeg prints it. */
    private double ffmpegTruePeakDb(int rate, float[][] signal) throws IOException, InterruptedException {
        Path raw = folder.resolve("signal.f32");
        Files.write(raw, interleavedBetweenSilence(signal, rate / 10));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Loader.load(ffmpeg.class),
                        "-hide_banner",
                        "-nostats",
                        "-f",
                        "f32le",
                        "-ar",
                        Integer.toString(rate),
                        "-ac",
                        "2",
                        "-i",
                        raw.toString(),
                        "-af",
                        "ebur128=peak=true",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(log)).isZero();
        var matcher = PEAK.matcher(read(log));
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** FFmpeg's resampler mirrors the signal at its ends: a cut through a wave would be measured as a corner. */
    private static byte[] interleavedBetweenSilence(float[][] signal, int silentFrames) {
        int frames = signal[0].length;
        var bytes = ByteBuffer.allocate((frames + 2 * silentFrames) * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(silentFrames * 8);
        for (int i = 0; i < frames; i++) {
            bytes.putFloat(signal[0][i]).putFloat(signal[1][i]);
        }
        return bytes.array();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
