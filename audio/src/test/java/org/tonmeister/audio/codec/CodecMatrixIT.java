package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format, depth, rate and channel count, against the ffmpeg program's own decoding. */
class CodecMatrixIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.wav,  pcm_u8", "a.wav,  pcm_s16le", "a.wav,  pcm_s24le", "a.wav, pcm_s32le", "a.wav, pcm_f32le",
        "a.wav,  pcm_f64le", "a.wav,  pcm_alaw", "a.wav,  pcm_mulaw", "a.wav, adpcm_ms", "a.wav, adpcm_ima_wav",
        "a.wav,  libmp3lame", "a.w64,  pcm_s24le", "a.aiff, pcm_s8", "a.aiff, pcm_s16be", "a.aiff, pcm_s24be",
        "a.aiff, pcm_s32be", "a.aiff, pcm_f32be", "a.aiff, pcm_f64be", "a.flac, flac", "a.oga, flac",
        "a.mp3,  libmp3lame", "a.mp2,  mp2", "a.aac,  aac", "a.m4a, aac", "a.m4a, alac",
        "a.mov,  pcm_s16le", "a.mov,  pcm_f32le", "a.mp4,  ac3", "a.mp4, libmp3lame", "a.mp4, flac",
        "a.opus, libopus", "a.mka,  libopus", "a.mka,  pcm_s24le", "a.mka, flac", "a.mka, aac",
        "a.mka,  eac3", "a.mka,  libmp3lame", "a.webm, libopus", "a.caf, pcm_s16be", "a.caf, alac",
        "a.wma,  wmav1", "a.wma,  wmav2"
    })
    void everyFormat_givesTheFramesTheFfmpegProgramGives(String name, String codec) throws Exception {
        Path file = FfmpegProgram.make(folder.resolve(name), FfmpegProgram.source(44_100, 3.1), "-c:a", codec);

        assertSameAsProgram(file);
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp3, -q:a 4",
        "a.mp3, -write_xing 0",
        "a.mp3, -b:a 64k -ar 22050",
        "a.m4a, -movflags +faststart",
        "a.mp4, -movflags frag_keyframe+empty_moov -frag_duration 300000",
        "a.wav, -rf64 always",
        "a.ogg, -strict -2 -c:a vorbis",
        "a.flac, -sample_fmt s16",
        "a.flac, -sample_fmt s32 -compression_level 12"
    })
    void variants_giveTheFramesTheFfmpegProgramGives(String name, String options) throws Exception {
        Path file = FfmpegProgram.make(folder.resolve(name), FfmpegProgram.source(44_100, 3.1), options.split(" "));

        assertSameAsProgram(file);
    }

    static Stream<Arguments> ratesAndChannels() {
        List<Arguments> all = new ArrayList<>();
        for (int rate : new int[] {8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000}) {
            for (String layout : new String[] {"mono", "stereo", "5.1", "7.1"}) {
                for (String codec : new String[] {"pcm_s16le", "pcm_s24le", "pcm_f32le", "flac"}) {
                    all.add(arguments(rate, layout, codec));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("ratesAndChannels")
    void everyRateAndChannelCount(int rate, String layout, String codec) throws Exception {
        int channels =
                switch (layout) {
                    case "mono" -> 1;
                    case "stereo" -> 2;
                    case "5.1" -> 6;
                    default -> 8;
                };
        String source = "aevalsrc="
                + String.join("|", java.util.Collections.nCopies(channels, "0.1*random(0)"))
                + ":c=" + layout + ":s=" + rate + ":d=0.4";
        Path file = folder.resolve(codec.equals("flac") ? "a.flac" : "a.wav");
        FfmpegProgram.make(file, source, "-c:a", codec);

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.frames()).isEqualTo(rate * 4 / 10);
        assertThat(decoded.info().sampleRate()).isEqualTo(rate);
        assertThat(decoded.info().channels()).isEqualTo(channels);
        if (channels == 1) {
            Signals.assertEqual(decoded.samples(), panned(file, "c0", "c0"));
        } else if (channels == 2) {
            Signals.assertEqual(decoded.samples(), FfmpegProgram.decode(file));
        } else {
            assertThat(decoded.notes()).hasSize(1);
            assertThat(decoded.info().encoding()).isEqualTo(PcmEncoding.F32);
            Signals.assertClose(decoded.samples(), mixedByProgram(file, channels), 1e-6f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "opus", "flac", "wav", "aiff", "mka"})
    void everyCut_isRefusedOrEndsWhereTheProgramEnds(String extension) throws Exception {
        Path whole = FfmpegProgram.make(folder.resolve("whole." + extension), FfmpegProgram.source(44_100, 1));
        byte[] bytes = Files.readAllBytes(whole);
        int full = Decoded.of(whole).frames();
        int refused = 0;
        for (int part = 1; part < 40; part++) {
            Path cut = folder.resolve("cut." + extension);
            Files.write(cut, java.util.Arrays.copyOf(bytes, (int) ((long) bytes.length * part / 40)));
            try {
                assertThat(Decoded.of(cut).frames()).isGreaterThan(full - 44_100 / 20);
            } catch (AudioFormatException e) {
                assertThat(e).message().doesNotContain("\n").isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(38);
    }

    private static void assertSameAsProgram(Path file) throws Exception {
        Decoded decoded = Decoded.of(file);
        float[][] expected = FfmpegProgram.decode(file);
        if (decoded.info().codec().equals("aac")
                && decoded.info().container().equals("mp4")
                && decoded.info().declaredFrames().isPresent()) {
            // The program leaves the padding of the last frame in.
            int meant = Math.toIntExact(decoded.info().declaredFrames().getAsLong());
            // Without an edit list, as in fragments, the delay at the start is part of the length.
            assertThat(meant).isIn(136_710, 136_710 + 1_024);
            for (int c = 0; c < 2; c++) {
                expected[c] = java.util.Arrays.copyOf(expected[c], meant);
            }
        }
        Signals.assertClose(decoded.samples(), expected, decoded.info().lossy() ? 2e-5f : 0);
        assertThat(decoded.notes()).isEmpty();
    }

    /** The same matrix, spelled for the program's pan filter; channels in FFmpeg's order of the two layouts. */
    private static float[][] mixedByProgram(Path file, int channels) {
        String half = "0.70710678";
        String left = "c0+" + half + "*c2+" + half + "*c4" + (channels == 8 ? "+" + half + "*c6" : "");
        String right = "c1+" + half + "*c2+" + half + "*c5" + (channels == 8 ? "+" + half + "*c7" : "");
        return panned(file, left, right);
    }

    private static float[][] panned(Path file, String left, String right) {
        // The program itself gives up on long FLAC frames unless it reads in odd portions.
        String[] input = file.toString().endsWith(".flac")
                ? new String[] {"-raw_packet_size", "1021", "-i", file.toString()}
                : new String[] {"-i", file.toString()};
        byte[] raw = FfmpegProgram.run(Stream.concat(
                        Stream.of(input),
                        Stream.of(
                                "-af",
                                "aformat=flt,pan=stereo|c0=" + left + "|c1=" + right,
                                "-c:a",
                                "pcm_f32le",
                                "-f",
                                "f32le",
                                "pipe:1"))
                .toArray(String[]::new));
        float[][] planar = new float[2][raw.length / 8];
        PcmEncoding.F32.decode(raw, planar);
        return planar;
    }
}
