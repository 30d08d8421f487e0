package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioReaderTest {
    private static final String SECOND = FfmpegProgram.source(44_100, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pcm_u8,    8,  S16",
        "pcm_s16le, 16, S16",
        "pcm_s24le, 24, S24",
        "pcm_s32le, 32, F32",
        "pcm_f32le, 32, F32",
        "pcm_f64le, 64, F32"
    })
    void wav_isReadExactly_andItsEncodingHoldsIt(String codec, int bits, PcmEncoding encoding) throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.wav"), SECOND, "-c:a", codec);

        Decoded decoded = Decoded.of(file);

        Signals.assertEqual(decoded.samples(), FfmpegProgram.decode(file));
        SourceInfo info = decoded.info();
        assertThat(info.container()).isEqualTo("wav");
        assertThat(info.codec()).isEqualTo(codec);
        assertThat(info.sampleRate()).isEqualTo(44_100);
        assertThat(info.channels()).isEqualTo(2);
        assertThat(info.channelLayout()).isEqualTo("stereo");
        assertThat(info.bitsPerSample()).isEqualTo(bits);
        assertThat(info.encoding()).isEqualTo(encoding);
        assertThat(info.lossy()).isFalse();
        assertThat(info.declaredFrames()).hasValue(44_100);
        assertThat(decoded.notes()).isEmpty();
        float[][] stored = new float[2][44_100];
        encoding.decode(encoding.encode(decoded.samples(), 0, 44_100), stored);
        Signals.assertEqual(stored, decoded.samples());
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp3,  mp3,    mp3",
        "a.opus, ogg,    opus",
        "a.aac,  aac,    aac",
        "a.webm, matroska, opus",
        "a.wma,  asf,    wmav2"
    })
    void lossyFormats_giveWhatTheFfmpegProgramGives(String name, String container, String codec) throws Exception {
        Path file = FfmpegProgram.make(folder.resolve(name), SECOND);

        Decoded decoded = Decoded.of(file);

        float[][] expected = FfmpegProgram.decode(file);
        Signals.assertClose(decoded.samples(), expected, 1e-5f);
        assertThat(decoded.info().container()).isEqualTo(container);
        assertThat(decoded.info().codec()).isEqualTo(codec);
        assertThat(decoded.info().lossy()).isTrue();
        assertThat(decoded.info().bitsPerSample()).isEqualTo(16);
        assertThat(decoded.info().encoding()).isEqualTo(PcmEncoding.F32);
        assertThat(decoded.notes()).isEmpty();
    }

    @Test
    void encoderDelayAndPadding_areTrimmed() throws Exception {
        Path mp3 = FfmpegProgram.make(folder.resolve("a.mp3"), SECOND);
        Path opus = FfmpegProgram.make(folder.resolve("a.opus"), SECOND);
        Path m4a = FfmpegProgram.make(folder.resolve("a.m4a"), SECOND);

        assertThat(Decoded.of(mp3).frames()).isEqualTo(44_100);
        assertThat(Decoded.of(opus).frames()).isEqualTo(48_000);
        Decoded aac = Decoded.of(m4a);
        assertThat(aac.frames()).isEqualTo(44_100);
        // The program leaves the padding of the last frame in.
        float[][] byProgram = FfmpegProgram.decode(m4a);
        assertThat(byProgram[0].length).isEqualTo(44 * 1_024);
        for (int c = 0; c < 2; c++) {
            byProgram[c] = java.util.Arrays.copyOf(byProgram[c], 44_100);
        }
        Signals.assertClose(aac.samples(), byProgram, 1e-5f);
    }

    @Test
    void aacWithWholeLastFrame_isTrimmedByItsEditList() throws Exception {
        // iTunes counts the last frame in full and leaves the rest to the edit list.
        Path file = Signals.write(folder.resolve("a.m4a"), OutputFormat.M4A, 44_100, Signals.sines(44_100, 44_100));
        float[][] expected = Decoded.of(file).samples();
        byte[] bytes = Files.readAllBytes(file);
        int table = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stts") - 4;
        java.nio.ByteBuffer durations =
                java.nio.ByteBuffer.wrap(bytes, table, 32).slice();
        assertThat(durations.getInt(28)).isEqualTo(44_100 + 1_024 - 44 * 1_024);
        durations.putInt(28, 1_024);
        Files.write(file, bytes);

        Signals.assertEqual(Decoded.of(file).samples(), expected);
    }

    @Test
    void aacWhoseHeaderPromisesTooLittle_losesNothingInTheMiddle() throws Exception {
        Path file = Signals.write(folder.resolve("a.m4a"), OutputFormat.M4A, 44_100, Signals.sines(44_100, 44_100));
        float[][] expected = Decoded.of(file).samples();
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        // No edit list any more, and a media header of half the length.
        bytes[text.indexOf("edts")] = 'f';
        java.nio.ByteBuffer.wrap(bytes).putInt(text.indexOf("mdhd") + 20, 22_222);
        Files.write(file, bytes);

        float[][] decoded = Decoded.of(file).samples();

        // The delay at the start is still told by the gapless tag; the end can no longer be told.
        assertThat(decoded[0].length).isGreaterThanOrEqualTo(44_100);
        for (int c = 0; c < 2; c++) {
            decoded[c] = java.util.Arrays.copyOf(decoded[c], 44_100);
        }
        Signals.assertEqual(decoded, expected);
    }

    @Test
    void alacInMp4_keepsItsLastFrame() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.m4a"), SECOND, "-c:a", "alac");

        Signals.assertEqual(Decoded.of(file).samples(), FfmpegProgram.decode(file));
        assertThat(Decoded.of(file).frames()).isEqualTo(44_100);
    }

    @Test
    void mono_isOnBothSides_andStaysLossless() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.wav"), "sine=440:r=8000:d=0.5", "-ac", "1");

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.frames()).isEqualTo(4_000);
        assertThat(decoded.samples()[0]).isEqualTo(decoded.samples()[1]);
        assertThat(decoded.samples()[0][7]).isNotZero();
        assertThat(decoded.info().channels()).isEqualTo(1);
        assertThat(decoded.info().channelLayout()).isEqualTo("mono");
        assertThat(decoded.info().encoding()).isEqualTo(PcmEncoding.S16);
        assertThat(decoded.notes()).isEmpty();
    }

    @Test
    void surround_isMixedDown_andSaysSo() throws Exception {
        // Levels that are sums of powers of two, so that they lie on the 16-bit grid.
        String levels = "aevalsrc=0.5|0.25|0.125|0.0625|-0.25|0.375:c=5.1:s=48000:d=0.1";
        Path file = FfmpegProgram.make(folder.resolve("a.wav"), levels, "-c:a", "pcm_s16le");

        Decoded decoded = Decoded.of(file);

        double half = Math.sqrt(0.5);
        assertThat(decoded.samples()[0][100]).isCloseTo((float) (0.5 + half * (0.125 - 0.25)), within(1e-6f));
        assertThat(decoded.samples()[1][100]).isCloseTo((float) (0.25 + half * (0.125 + 0.375)), within(1e-6f));
        assertThat(decoded.info().channelLayout()).startsWith("5.1");
        assertThat(decoded.info().encoding()).isEqualTo(PcmEncoding.F32);
        assertThat(decoded.notes())
                .containsExactly("mixed down from " + decoded.info().channelLayout() + " to stereo");
    }

    @Test
    void read_fillsEveryBlockButTheLast_andThenReportsTheEnd() throws Exception {
        Path file = Signals.write(folder.resolve("a.flac"), OutputFormat.FLAC, 44_100, Signals.onGrid(16, 10_000));

        try (AudioReader reader = AudioReader.open(file)) {
            float[][] block = new float[2][3_000];
            assertThat(reader.read(block, 3_000)).isEqualTo(3_000);
            assertThat(reader.read(block, 3_000)).isEqualTo(3_000);
            assertThat(reader.read(block, 3_000)).isEqualTo(3_000);
            assertThat(reader.read(block, 3_000)).isEqualTo(1_000);
            assertThat(reader.read(block, 3_000)).isEqualTo(-1);
            assertThat(reader.read(block, 3_000)).isEqualTo(-1);
        }
        Signals.assertEqual(Decoded.of(file, 1).samples(), Signals.onGrid(16, 10_000));
    }

    @Test
    void changingRate_isBroughtToTheFirst_andSaysSo() throws Exception {
        Path file = concatenate(
                FfmpegProgram.make(folder.resolve("1.aac"), FfmpegProgram.source(48_000, 1)),
                FfmpegProgram.make(folder.resolve("2.aac"), FfmpegProgram.source(32_000, 1)));

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.info().sampleRate()).isEqualTo(48_000);
        assertThat(decoded.frames()).isCloseTo(96_000, within(5_000));
        assertThat(decoded.notes())
                .containsExactly("the sample rate changes on the way: all of it was brought to 48000 Hz");
    }

    @Test
    void changingLayout_isMixed_andSaysSo() throws Exception {
        Path file = concatenate(
                FfmpegProgram.make(folder.resolve("1.aac"), SECOND),
                FfmpegProgram.make(folder.resolve("2.aac"), "sine=440:r=44100:d=1", "-ac", "1"));

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.notes())
                .containsExactly("the channel layout changes on the way: all of it was mixed to stereo");
        int late = decoded.frames() - 20_000;
        assertThat(decoded.samples()[0][late]).isEqualTo(decoded.samples()[1][late]);
    }

    @Test
    void video_isIgnored() throws Exception {
        Path file = folder.resolve("a.mp4");
        FfmpegProgram.run(
                "-f", "lavfi", "-i", "testsrc=d=1", "-f", "lavfi", "-i", SECOND, "-c:v", "mpeg4", file.toString());

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.info().codec()).isEqualTo("aac");
        assertThat(decoded.info().cover()).isEmpty();
        assertThat(decoded.frames()).isEqualTo(44_100);
    }

    @Test
    void severalStreams_areNoted() throws Exception {
        Path file = folder.resolve("a.mka");
        FfmpegProgram.run(
                "-f",
                "lavfi",
                "-i",
                SECOND,
                "-f",
                "lavfi",
                "-i",
                SECOND,
                "-map",
                "0",
                "-map",
                "1",
                "-c:a",
                "flac",
                file.toString());

        assertThat(Decoded.of(file).notes()).containsExactly("the file holds 2 audio streams: the best one was taken");
    }

    @Test
    void namesThatLookLikeProtocols_areFileNames() throws Exception {
        Path file =
                Signals.write(folder.resolve("concat:a|b?ü.wav"), OutputFormat.WAV16, 44_100, Signals.onGrid(16, 99));

        assertThat(Decoded.of(file).frames()).isEqualTo(99);
    }

    @Test
    void readersInManyThreads_doNotDisturbEachOther() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.m4a"), SECOND);
        Decoded alone = Decoded.of(file);

        List<Decoded> together =
                IntStream.range(0, 16).parallel().mapToObj(i -> read(file)).toList();

        for (Decoded each : together) {
            Signals.assertEqual(each.samples(), alone.samples());
        }
    }

    private static Decoded read(Path file) {
        try {
            return Decoded.of(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closed_cannotBeRead_butClosedAgain() throws Exception {
        Path file = Signals.write(folder.resolve("a.flac"), OutputFormat.FLAC, 44_100, Signals.onGrid(16, 99));
        AudioReader reader = AudioReader.open(file);
        reader.close();
        reader.close();

        assertThatThrownBy(() -> reader.read(new float[2][9], 9)).isInstanceOf(IllegalStateException.class);
    }

    private Path concatenate(Path... parts) throws IOException {
        Path all = folder.resolve("all.aac");
        try (OutputStream out = Files.newOutputStream(all)) {
            for (Path part : parts) {
                Files.copy(part, out);
            }
        }
        return all;
    }
}
