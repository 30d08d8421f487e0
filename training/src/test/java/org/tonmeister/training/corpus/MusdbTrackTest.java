package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.training.command.TrainingException;

class MusdbTrackTest {
    private static final int RATE = TestStems.RATE;
    private static final int SECONDS = 3;

    @TempDir
    Path folder;

    private Path musdb;
    private CorpusCache cache;

    @BeforeEach
    void makeFolders() throws IOException {
        musdb = folder.resolve("musdb18");
        cache = new CorpusCache(folder.resolve("cache"));
        Files.createDirectories(musdb.resolve("train"));
        Files.createDirectories(musdb.resolve("test"));
    }

    @Test
    void lists_everySong_withItsSplit() throws Exception {
        // Given
        Files.createFile(musdb.resolve("train/Somebody - A Song.stem.mp4"));
        Files.createFile(musdb.resolve("train/Actions - One Minute Smile.stem.mp4"));
        Files.createFile(musdb.resolve("train/.DS_Store"));
        Files.createFile(musdb.resolve("test/Nobody - Another.stem.mp4"));

        // When
        List<MusdbTrack> tracks = MusdbTrack.list(musdb);

        // Then
        assertThat(tracks)
                .extracting(MusdbTrack::title)
                .containsExactly("Actions - One Minute Smile", "Somebody - A Song", "Nobody - Another");
        assertThat(tracks).extracting(MusdbTrack::split).containsExactly(Split.VAL, Split.TRAIN, Split.TEST);
        assertThat(tracks.get(2).label(MusdbStem.MIXTURE)).isEqualTo("musdb18/Nobody - Another/mixture");
        assertThat(tracks.get(2).md5(MusdbStem.BASS)).isNotEqualTo(tracks.get(2).md5(MusdbStem.MIXTURE));
    }

    @ParameterizedTest
    @EnumSource(MusdbStem.class)
    void extracts_eachStream_asItIs(MusdbStem stem) throws Exception {
        // Given: a sine of another pitch in each stream
        MusdbTrack track = new MusdbTrack(Split.TEST, "Somebody - A Song", stemFile(MusdbStem.values().length));

        // When
        Path file = track.extract(stem, cache);

        // Then
        assertThat(file).isEqualTo(cache.root().resolve("musdb18/Somebody - A Song/" + stem.label() + ".m4a"));
        float[] left = decode(file);
        assertThat(risingZeros(left, RATE, 2 * RATE)).isCloseTo(200 * (stem.ordinal() + 1), within(1));
        assertThat((double) left.length / RATE).isCloseTo(SECONDS, within(0.05));
        assertThat(Files.list(file.getParent()).count()).isEqualTo(1);
    }

    @Test
    void doesNotExtractAgain_whatIsThere() throws Exception {
        // Given
        MusdbTrack track = new MusdbTrack(Split.TEST, "Somebody - A Song", stemFile(5));
        Path file = track.extract(MusdbStem.BASS, cache);
        Files.delete(track.file());

        // When // Then
        assertThat(track.extract(MusdbStem.BASS, cache)).isEqualTo(file).isNotEmptyFile();
    }

    @Test
    void refuses_aFileWithTooFewStreams() throws Exception {
        MusdbTrack track = new MusdbTrack(Split.TEST, "Somebody - A Song", stemFile(2));

        assertThatThrownBy(() -> track.extract(MusdbStem.VOCALS, cache))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith(track.file() + " is not a stem file with 5 streams: ")
                .hasMessageNotContaining("\n");
        assertThat(cache.root().resolve("musdb18/Somebody - A Song")).isEmptyDirectory();
    }

    @Test
    void refuses_aFolderWithoutItsParts() throws Exception {
        Files.delete(musdb.resolve("test"));

        assertThatThrownBy(() -> MusdbTrack.list(musdb))
                .isInstanceOf(TrainingException.class)
                .hasMessage(musdb + " is not MUSDB18: there is no folder test in it");
    }

    @Test
    void refuses_aFolderWithoutStemFiles() {
        assertThatThrownBy(() -> MusdbTrack.list(musdb))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith(musdb + " is not MUSDB18: there are no files *.stem.mp4");
    }

    private Path stemFile(int streams) throws Exception {
        return TestStems.write(musdb.resolve("test/Somebody - A Song.stem.mp4"), streams, SECONDS);
    }

    private static float[] decode(Path file) throws Exception {
        float[][] block = new float[2][10 * RATE];
        try (var reader = AudioReader.open(file)) {
            return Arrays.copyOf(block[0], reader.read(block, 10 * RATE));
        }
    }

    private static int risingZeros(float[] samples, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (samples[i] < 0 && samples[i + 1] >= 0) {
                count++;
            }
        }
        return count;
    }
}
