package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end too early, and what only looks like it. */
class TruncationTest {
    private static final String TWO_SECONDS = FfmpegProgram.source(44_100, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.wav    |               | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.w64    |               | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.wav    | -rf64 always  | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.aiff   |               | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.flac   |               | the header promises 2.0 s, the file ends after * s: upload it again",
                "a.mp3    |               | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.mp3    | -q:a 2        | the header promises 2.0 s, the file ends after 1.0 s: upload it again",
                "a.mp3    | -write_xing 0 | the file ends in the middle of a frame, after 1.0 s: * upload it again",
                "a.aac    |               | the file ends in the middle of a frame, after 1.0 s: * upload it again",
                "a.m4a    |               | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.m4a    | -c:a alac     | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.m4a    | -movflags +faststart | the header promises * bytes, the file ends after * upload it again",
                "a.mp4    | -movflags frag_keyframe+empty_moov -frag_duration 200000 | the header promises * bytes, *",
                "a.opus   |               | the file ends in the middle of an Ogg page: it is cut short, upload it again",
                "a.oga    |               | the file ends in the middle of an Ogg page: it is cut short, upload it again",
                "a.mka    | -c:a flac     | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.webm   |               | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.caf    |               | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.wma    |               | the header promises * bytes, the file ends after * bytes: upload it again",
                "a.wav    | -c:a adpcm_ms | the header promises * bytes, the file ends after * bytes: upload it again",
            })
    void rejects_filesCutInTheMiddle(String name, String arguments, String reason) throws IOException {
        Path file = FfmpegProgram.make(folder.resolve(name), TWO_SECONDS, split(arguments));
        assertThat(Files.size(file)).isPositive();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2 + 1));

        assertThatThrownBy(() -> Decoded.of(file))
                .isInstanceOf(AudioFormatException.class)
                .message()
                .matches(pattern(reason));
    }

    @Test
    void rejects_mp3CutInItsLastFrame() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.mp3"), TWO_SECONDS, "-write_xing", "0");
        assertThat(Decoded.of(file).notes()).isEmpty();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));

        assertThatThrownBy(() -> Decoded.of(file))
                .hasMessage("the file ends in the middle of a frame, after 2.0 s: it is cut short, upload it again");
    }

    @Test
    void rejects_flacThatLacksItsLastFrame() throws Exception {
        Path file = Signals.write(folder.resolve("a.flac"), OutputFormat.FLAC, 44_100, Signals.sines(44_100, 44_100));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> Decoded.of(file))
                .hasMessage("the header promises 1.0 s, the file ends after 0.9 s: upload it again");
    }

    @Test
    void rejects_flacCutByCopyingFrames_andSaysWhatToDo() throws Exception {
        Path whole = FfmpegProgram.make(folder.resolve("whole.flac"), FfmpegProgram.source(44_100, 4));
        Path part = folder.resolve("part.flac");
        FfmpegProgram.run("-i", whole.toString(), "-t", "1", "-c", "copy", part.toString());

        assertThatThrownBy(() -> Decoded.of(part))
                .isInstanceOf(AudioFormatException.class)
                .hasMessageMatching("the header promises 4.0 s, the file ends after 1.[01] s, between two frames:"
                        + " if it was cut without encoding it anew, encode it anew, else upload it again");

        Path anew = folder.resolve("anew.flac");
        FfmpegProgram.run("-i", part.toString(), "-c:a", "flac", anew.toString());
        assertThat(Decoded.of(anew).notes()).isEmpty();
    }

    @Test
    void rejects_mp4WithoutIndex() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.m4a"), TWO_SECONDS);
        byte[] bytes = Files.readAllBytes(file);
        int index = indexOf(bytes, "moov") - 4;
        Files.write(file, Arrays.copyOf(bytes, index));

        assertThatThrownBy(() -> Decoded.of(file))
                .hasMessage("the MP4 file has no index (moov box): it is cut short or was never finished,"
                        + " upload it again");
    }

    @Test
    void notes_aWavThatLacksAFewMilliseconds() throws Exception {
        Path file = Signals.write(folder.resolve("a.wav"), OutputFormat.WAV16, 44_100, Signals.onGrid(16, 44_100));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 441 * 4));

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.frames()).isEqualTo(44_100 - 441);
        assertThat(decoded.notes()).containsExactly("the last 10 ms are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp3", "a.flac", "a.wav", "a.m4a"})
    void accepts_whatPlayersAppend(String name) throws Exception {
        Path file = FfmpegProgram.make(folder.resolve(name), TWO_SECONDS);
        int frames = Decoded.of(file).frames();
        byte[] bytes = Files.readAllBytes(file);
        byte[] tagged = Arrays.copyOf(bytes, bytes.length + 128);
        tagged[bytes.length] = 'T';
        tagged[bytes.length + 1] = 'A';
        tagged[bytes.length + 2] = 'G';
        Files.write(file, tagged);

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.frames()).isEqualTo(frames);
        assertThat(decoded.notes()).isEmpty();
    }

    @Test
    void accepts_mp3FollowedByZeros() throws Exception {
        Path file = FfmpegProgram.make(folder.resolve("a.mp3"), TWO_SECONDS, "-write_xing", "0");
        int frames = Decoded.of(file).frames();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 3_000));

        assertThat(Decoded.of(file).frames()).isEqualTo(frames);
    }

    private static String[] split(String arguments) {
        return arguments == null ? new String[0] : arguments.split(" ");
    }

    private static String pattern(String reason) {
        return "\\Q" + reason.replace("*", "\\E.*\\Q") + "\\E";
    }

    private static int indexOf(byte[] bytes, String name) {
        for (int at = bytes.length - 4; at >= 0; at--) {
            if (new String(bytes, at, 4, java.nio.charset.StandardCharsets.US_ASCII).equals(name)) {
                return at;
            }
        }
        throw new AssertionError(name + " is not in the file");
    }
}
