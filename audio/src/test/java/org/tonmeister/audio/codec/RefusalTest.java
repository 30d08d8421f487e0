package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no audio, or audio that must not be used. */
class RefusalTest {
    private static final String NOT_AUDIO = "this is not an audio file Tonmeister can read";

    @TempDir
    Path folder;

    @Test
    void rejects_emptyFile() throws IOException {
        assertRefused(write(new byte[0]), "the file is empty");
    }

    @Test
    void rejects_text() throws IOException {
        assertRefused(write("Dear sir,\nplease find the song attached.\n".repeat(50)), NOT_AUDIO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void rejects_randomBytes(int seed) throws IOException {
        byte[] bytes = new byte[1 << (8 + seed)];
        new SplittableRandom(seed).nextBytes(bytes);

        assertRefused(write(bytes), NOT_AUDIO);
    }

    @Test
    void rejects_missingFile_asAnIoError() {
        assertThatThrownBy(() -> AudioReader.open(folder.resolve("none.wav"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void rejects_playlists_insteadOfOpeningWhatTheyPointTo() throws IOException {
        Path target =
                Signals.write(folder.resolve("target.wav"), OutputFormat.WAV16, 44_100, Signals.onGrid(16, 9_999));

        assertRefused(
                write("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + target + "\n#EXT-X-ENDLIST\n"), NOT_AUDIO);
        assertRefused(
                write("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://" + target + "\n#EXT-X-ENDLIST\n"),
                NOT_AUDIO);
        assertRefused(write("ffconcat version 1.0\nfile '" + target + "'\n"), NOT_AUDIO);
        assertRefused(write("v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"), NOT_AUDIO);
    }

    @Test
    void rejects_pictures() throws IOException {
        Path file = FfmpegProgram.make(folder.resolve("a.png"), "testsrc=d=1", "-frames:v", "1");

        assertRefused(file, NOT_AUDIO);
    }

    @Test
    void rejects_videoWithoutSound() {
        Path file = FfmpegProgram.make(folder.resolve("a.mp4"), "testsrc=d=1", "-c:v", "mpeg4");

        assertRefused(file, "the file holds no audio");
    }

    @Test
    void rejects_codecsThatAreNotOnTheList() {
        Path file =
                FfmpegProgram.make(folder.resolve("a.wav"), "sine=440:r=16000:d=1", "-ac", "1", "-c:a", "adpcm_yamaha");

        assertRefused(file, "the audio in this file has a codec Tonmeister does not decode: adpcm_yamaha");
    }

    @Test
    void rejects_encryptedFiles() {
        Path file = FfmpegProgram.make(
                folder.resolve("a.mp4"),
                FfmpegProgram.source(44_100, 1),
                "-encryption_scheme",
                "cenc-aes-ctr",
                "-encryption_key",
                "00112233445566778899aabbccddeeff",
                "-encryption_kid",
                "0123456789abcdef0123456789abcdef");

        assertRefused(file, "the file is protected (DRM): upload one without copy protection");
    }

    @Test
    void rejects_audioWithoutFrames() throws IOException {
        Path file = Signals.write(folder.resolve("a.wav"), OutputFormat.WAV16, 44_100, new float[2][0]);

        assertRefused(file, "the file holds no audio: not one frame could be decoded");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void rejects_samplesThatAreNotNumbers(float value) throws IOException {
        float[][] samples = Signals.sines(44_100, 30_000);
        samples[1][29_999] = value;
        Path file = Signals.write(folder.resolve("a.wav"), OutputFormat.WAV32F, 44_100, samples);

        assertRefused(
                file,
                "the file holds samples that are not numbers (NaN or infinite), the first at 0.680 s:"
                        + " render it anew without them");
    }

    @ParameterizedTest
    @CsvSource({
        "a.wav,  pcm_f32le, 5000,  NaN",
        "a.wav,  pcm_f64le, 5000,  NaN",
        "a.wav,  pcm_f32le, 29999, Infinity",
        "a.wav,  pcm_f32le, 0,     -Infinity",
        "a.w64,  pcm_f32le, 5000,  NaN",
        "a.aiff, pcm_f32be, 5000,  NaN",
        "a.aiff, pcm_f64be, 29999, Infinity",
        "a.caf,  pcm_f32be, 5000,  NaN",
        "a.caf,  pcm_f32le, 29999, -Infinity",
        "a.mov,  pcm_f32le, 5000,  NaN",
        "a.mka,  pcm_f32le, 29999, Infinity"
    })
    void rejects_oneSampleThatIsNoNumber_inEveryFloatFormat(String name, String codec, int at, float value)
            throws Exception {
        float[][] samples = Signals.sines(44_100, 30_000);
        Path good = floats(folder.resolve("good-" + name), codec, samples);
        Signals.assertEqual(Decoded.of(good).samples(), samples);

        samples[1][at] = value;
        Path bad = floats(folder.resolve(name), codec, samples);

        assertRefused(
                bad,
                String.format(
                        java.util.Locale.ROOT,
                        "the file holds samples that are not numbers (NaN or infinite), the first at %.3f s:"
                                + " render it anew without them",
                        at / 44_100.0));
    }

    @Test
    void accepts_subnormalSamples_asTheyAre() throws Exception {
        float[][] samples = new float[2][9_999];
        java.util.Arrays.fill(samples[0], Float.MIN_VALUE);
        java.util.Arrays.fill(samples[1], -1e-40f);

        Decoded decoded = Decoded.of(floats(folder.resolve("a.wav"), "pcm_f32le", samples));

        Signals.assertEqual(decoded.samples(), samples);
        assertThat(decoded.notes()).isEmpty();
    }

    /** A file of exactly these samples, made by the ffmpeg program. */
    private Path floats(Path file, String codec, float[][] samples) throws IOException {
        Path raw = Files.write(folder.resolve("raw"), PcmEncoding.F32.encode(samples, 0, samples[0].length));
        FfmpegProgram.run(
                "-y", "-f", "f32le", "-ar", "44100", "-ac", "2", "-i", raw.toString(), "-c:a", codec, file.toString());
        return file;
    }

    @Test
    void rejects_absurdlyLoudSamples_butNotLoudOnes() throws Exception {
        float[][] samples = Signals.sines(44_100, 3_000);
        samples[0][17] = 100;
        Path loud = Signals.write(folder.resolve("loud.wav"), OutputFormat.WAV32F, 44_100, samples);
        assertThat(Decoded.of(loud).samples()[0][17]).isEqualTo(100);

        samples[0][17] = -1e30f;
        Path absurd = Signals.write(folder.resolve("absurd.wav"), OutputFormat.WAV32F, 44_100, samples);
        assertRefused(
                absurd,
                "the file holds samples more than 96 dB above full scale: it is not audio, or in the wrong format");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 384_000})
    void rejects_absurdRates(int sampleRate) throws IOException {
        Path file = Signals.write(folder.resolve("a.wav"), OutputFormat.WAV16, sampleRate, Signals.onGrid(16, 999));

        assertRefused(
                file, "the file has a sample rate of " + sampleRate + " Hz; Tonmeister reads 8,000 to 192,000 Hz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.flac", "a.aiff"})
    void rejects_absurdRatesOfOtherContainers(String name) {
        Path file = FfmpegProgram.make(folder.resolve(name), FfmpegProgram.source(4_000, 1));

        assertRefused(file, "the file has a sample rate of 4000 Hz; Tonmeister reads 8,000 to 192,000 Hz");
    }

    /** A WAV file of 0.5 s, 16-bit stereo at 44.1 kHz, whose header is exactly 44 bytes, changed in one place. */
    private Path wavWith(int offset, int bytes, int value) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 22_050 * 4).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(wav.capacity() - 8);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(44_100).putInt(176_400);
        wav.putShort((short) 4).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(22_050 * 4);
        if (bytes == 2) {
            wav.putShort(offset, (short) value);
        } else {
            wav.putInt(offset, value);
        }
        return write(wav.array());
    }

    @Test
    void rejects_wavHeadersThatContradictThemselves() throws Exception {
        assertThat(Decoded.of(wavWith(0, 4, 0x46464952)).frames()).isEqualTo(22_050);
        assertRefused(wavWith(22, 2, 0), "the WAV header is wrong: it has 0 channels");
        assertRefused(wavWith(22, 2, 60_000), "the WAV header is wrong: it has 60000 channels");
        assertRefused(wavWith(24, 4, 0), "the file has a sample rate of 0 Hz; Tonmeister reads 8,000 to 192,000 Hz");
        assertRefused(
                wavWith(24, 4, 48_000),
                "the WAV header is wrong: 48000 frames of 4 bytes make 192000 bytes a second, but it says 176400");
        assertRefused(
                wavWith(28, 4, 1),
                "the WAV header is wrong: 44100 frames of 4 bytes make 176400 bytes a second, but it says 1");
        assertRefused(
                wavWith(32, 2, 6),
                "the WAV header is wrong: 2 channels of 16 bits make 4 bytes a frame, but it says 6");
        assertRefused(wavWith(34, 2, 0), "the WAV header is wrong: its samples have 0 bits");
        assertRefused(
                wavWith(34, 2, 24),
                "the WAV header is wrong: 2 channels of 24 bits make 6 bytes a frame, but it says 4");
        assertRefused(
                wavWith(40, 4, 22_050 * 40), "the header promises 5.0 s, the file ends after 0.5 s: upload it again");
        assertRefused(wavWith(12, 4, 0x4B4E554A), "the WAV header is damaged: the samples come before their format");
        assertRefused(
                wavWith(36, 4, 0x4B4E554A),
                "the WAV file ends before its samples begin: it is cut short, upload it again");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 0x7FFFFFFF, 0x7FFFF000, -44})
    void accepts_wavStreamedWithoutKnownLength(int dataSize) throws Exception {
        Decoded decoded = Decoded.of(wavWith(40, 4, dataSize));

        assertThat(decoded.frames()).isEqualTo(22_050);
        assertThat(decoded.info().declaredFrames()).isEmpty();
        assertThat(decoded.notes()).containsExactly("the WAV header gives no length: read to the end of the file");
    }

    private Path write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("upload"), bytes);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> Decoded.of(file))
                .isInstanceOf(AudioFormatException.class)
                .hasMessage(reason);
    }
}
