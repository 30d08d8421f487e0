package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TagsAndCoverTest {
    private static final Map<String, String> COMMON = Map.of(
            "title", "Über den Dächern",
            "artist", "Eins & Zwei",
            "album", "夜",
            "date", "2024-05-06",
            "track", "3/12",
            "genre", "Jazz",
            "comment", "two\nlines");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void commonTags_survive(OutputFormat format) throws Exception {
        assertThat(write(format, COMMON, Optional.empty()).info().tags()).containsAllEntriesOf(COMMON);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void anyTag_survivesUnderItsName_besideTheSourcesComment(OutputFormat format) throws Exception {
        Map<String, String> tags = Map.of(
                "TONMEISTER_PARAMETERS",
                "compression=0.5",
                "TONMEISTER_MODELS",
                "mel-cnn/1",
                "isrc",
                "DEABC1234567",
                "album_artist",
                "Drei",
                "disc",
                "1/2",
                "comment",
                "the source's own");

        SourceInfo info = write(format, tags, Optional.empty()).info();

        assertThat(info.tags())
                .containsExactly(
                        Map.entry("album_artist", "Drei"),
                        Map.entry("comment", "the source's own"),
                        Map.entry("disc", "1/2"),
                        Map.entry("isrc", "DEABC1234567"),
                        Map.entry("tonmeister_models", "mel-cnn/1"),
                        Map.entry("tonmeister_parameters", "compression=0.5"));
        assertThat(FfmpegProgram.describe(folder.resolve("a")))
                .containsPattern("TONMEISTER_PARAMETERS *: compression=0.5")
                .containsPattern("TONMEISTER_MODELS *: mel-cnn/1")
                .containsPattern("comment *: the source's own");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void ofNamesThatDifferByCaseOnly_theLastCounts(OutputFormat format) throws Exception {
        // What happens when a mix is mixed again.
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("tonmeister_parameters", "old");
        tags.put("TONMEISTER_PARAMETERS", "new");

        assertThat(write(format, tags, Optional.empty()).info().tags())
                .containsExactly(Map.entry("tonmeister_parameters", "new"));
        assertThat(FfmpegProgram.describe(folder.resolve("a"))).doesNotContainPattern(": old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MP3    | TXXX",
                "MP3    | COMM",
                "WAV24  | id3 ",
                "WAV24  | ICMT",
                "M4A    | ----",
                "M4A    | com.apple.iTunes",
                "M4A    | ©cmt",
                "FLAC   | TONMEISTER_PARAMETERS=compression",
                "OPUS   | TONMEISTER_PARAMETERS=compression"
            })
    void tags_lieWhereOtherProgramsLookForThem(OutputFormat format, String mark) throws Exception {
        write(format, Map.of("TONMEISTER_PARAMETERS", "compression=0.5", "comment", "own"), Optional.empty());

        assertThat(Files.readString(folder.resolve("a"), StandardCharsets.ISO_8859_1))
                .contains(mark);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void covers_survive(OutputFormat format) throws Exception {
        for (Cover cover : new Cover[] {new Cover(Cover.PNG, Covers.png()), new Cover(Cover.JPEG, Covers.jpeg())}) {
            Decoded decoded = write(format, COMMON, Optional.of(cover));

            assertThat(decoded.info().cover()).contains(cover);
            assertThat(decoded.info().tags()).containsEntry("title", "Über den Dächern");
            assertThat(decoded.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void tagsAndCovers_leaveTheSoundAsItIs(OutputFormat format) throws Exception {
        float[][] plain = write(format, Map.of(), Optional.empty()).samples();
        Cover cover = new Cover(Cover.JPEG, Covers.jpeg());

        // Odd lengths, because some containers pad.
        for (String value : new String[] {"x", "xy", "x".repeat(10_001)}) {
            Decoded tagged = write(format, Map.of("title", value, "OTHER", value), Optional.of(cover));
            Signals.assertEqual(tagged.samples(), plain);
            assertThat(tagged.info().tags()).containsExactly(Map.entry("other", value), Map.entry("title", value));
        }
    }

    @Test
    void rf64_takesTagsToo() throws Exception {
        Path file = FfmpegProgram.make(
                folder.resolve("a.wav"), FfmpegProgram.source(48_000, 0.1), "-rf64", "always", "-c:a", "pcm_s16le");
        WavTags.append(file, new TreeMap<>(Map.of("title", "Long")), Optional.empty());

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.frames()).isEqualTo(4_800);
        assertThat(decoded.info().tags()).containsEntry("title", "Long");
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getLong(20)).isEqualTo(Files.size(file) - 8);
    }

    @Test
    void mp4Tags_refuseFilesThatEndWithSomethingElse() throws Exception {
        Path file = write(OutputFormat.M4A);
        Files.write(file, new byte[9], StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Mp4ItemList.append(file, new TreeMap<>(Map.of("A", "b"))))
                .hasMessage("cannot write the tags of " + file + ": it does not end with an item list");
    }

    @Test
    void technicalTags_areLeftOut() throws Exception {
        Map<String, String> tags = new LinkedHashMap<>(COMMON);
        tags.put("encoder", "Other 1.0");
        tags.put("REPLAYGAIN_TRACK_GAIN", "-7.5 dB");
        tags.put("iTunSMPB", " 00000000 00000840");
        tags.put("R128_TRACK_GAIN", "123");

        assertThat(write(OutputFormat.FLAC, tags, Optional.empty()).info().tags())
                .isEqualTo(COMMON);
    }

    @Test
    void hugeTags_areDroppedAndNoted() throws Exception {
        Decoded decoded =
                write(OutputFormat.FLAC, Map.of("title", "Short", "lyrics", "la".repeat(9_000)), Optional.empty());

        assertThat(decoded.info().tags()).containsOnlyKeys("title");
        assertThat(decoded.notes()).containsExactly("tags beyond 100 or longer than 16384 characters were dropped");
    }

    @Test
    void coversTooLarge_areDroppedAndNoted() throws Exception {
        Path picture = Files.write(folder.resolve("p.png"), Covers.picture("png", 1_250));
        assertThat(Files.size(picture)).isGreaterThan(Cover.MAX_BYTES);
        Path file = folder.resolve("a.mp3");
        FfmpegProgram.run(
                "-f",
                "lavfi",
                "-i",
                "sine=d=1",
                "-i",
                picture.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-c:v",
                "copy",
                "-disposition:1",
                "attached_pic",
                file.toString());

        Decoded decoded = Decoded.of(file);

        assertThat(decoded.info().cover()).isEmpty();
        assertThat(decoded.notes()).containsExactly("a cover picture of more than 4 MiB was dropped");
    }

    @Test
    void oldTagsInWindowsLatin_areRead() throws Exception {
        Path file = Signals.write(folder.resolve("a.wav"), OutputFormat.WAV16, 44_100, Signals.onGrid(16, 999));
        Files.write(file, Files.readAllBytes(write(file, "M\u00FCller \u0096 \u00C4")));

        assertThat(Decoded.of(file).info().tags()).containsEntry("artist", "Müller – Ä");
    }

    @Test
    void covers_areCheckedWhenMade() {
        assertThatThrownBy(() -> new Cover("image/gif", new byte[9])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cover(Cover.PNG, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cover(Cover.PNG, new byte[Cover.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Appends a LIST INFO chunk with an artist in single bytes. */
    private static Path write(Path wav, String artist) throws Exception {
        byte[] name = artist.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = Files.readAllBytes(wav);
        int padded = name.length + name.length % 2;
        java.nio.ByteBuffer all =
                java.nio.ByteBuffer.allocate(file.length + 20 + padded).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        all.put(file).put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
        all.put("INFOIART".getBytes(StandardCharsets.US_ASCII))
                .putInt(name.length)
                .put(name);
        all.putInt(4, all.capacity() - 8);
        return Files.write(wav, all.array());
    }

    private Path write(OutputFormat format) throws Exception {
        write(format, COMMON, Optional.empty());
        return folder.resolve("a");
    }

    private Decoded write(OutputFormat format, Map<String, String> tags, Optional<Cover> cover) throws Exception {
        Path file = folder.resolve("a");
        return Decoded.of(Signals.write(file, format, 48_000, 16, Signals.sines(48_000, 9_600), tags, cover, 4_096));
    }
}
