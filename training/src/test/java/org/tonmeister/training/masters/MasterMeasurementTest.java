package org.tonmeister.training.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Split;

class MasterMeasurementTest {
    @TempDir
    Path folder;

    private CorpusCache cache;

    @BeforeEach
    void openCache() {
        cache = new CorpusCache(folder.resolve("corpus"));
    }

    @Test
    void findsTheWidth_ofEachTrackAlike() throws Exception {
        // Given: three tracks, of which the narrowest is as long as the others together
        List<CorpusTrack> tracks = List.of(
                track("a", TestMusic.noise(1, 5, false, -12, 0)),
                track("b", TestMusic.noise(2, 5, false, -6, 0)),
                track("c", TestMusic.noise(3, 12, false, -18, 0)));

        // When
        MasterStatistics statistics = measure(tracks, 2);

        // Then: three of the five windows are at −18 dB
        assertThat(statistics.tracks()).isEqualTo(3);
        assertThat(statistics.windows()).isEqualTo(5);
        assertThat(statistics.sideToMidDb().median()).isCloseTo(-12, within(0.1));
    }

    @Test
    void brighterTracks_haveABrighterBalance() throws Exception {
        // Given
        List<CorpusTrack> bright = List.of(track("a", TestMusic.noise(1, 5, false, -6, 0)));
        List<CorpusTrack> dark = List.of(track("b", TestMusic.noise(1, 5, true, -6, 0)));

        // When
        MasterStatistics brightBalance = measure(bright, 1);
        MasterStatistics darkBalance = measure(dark, 1);

        // Then: |H|² of the filter that makes it dark falls by 5.9 dB from 4.6 kHz to 9.7 kHz
        double brightSlope = slopeDb(brightBalance, 4592, 9658);
        double darkSlope = slopeDb(darkBalance, 4592, 9658);
        assertThat(darkSlope - brightSlope).isCloseTo(-5.9, within(0.3));
    }

    @Test
    void theLevelOfATrack_doesNotMatter() throws Exception {
        // Given
        List<CorpusTrack> quiet = List.of(track("a", TestMusic.noise(1, 5, false, -6, -10)));
        List<CorpusTrack> loud = List.of(track("b", TestMusic.noise(1, 5, false, -6, 20)));

        // When
        MasterStatistics fromQuiet = measure(quiet, 1);
        MasterStatistics fromLoud = measure(loud, 1);

        // Then
        for (int band = 0; band < fromQuiet.balanceDb().size(); band++) {
            assertThat(fromLoud.balanceDb().get(band).median())
                    .isCloseTo(fromQuiet.balanceDb().get(band).median(), within(0.01));
        }
        assertThat(fromLoud.dynamicsDb().median())
                .isCloseTo(fromQuiet.dynamicsDb().median(), within(0.01));
    }

    @Test
    void theResult_isTheSameByteForByte_whateverTheThreads() throws Exception {
        // Given: tracks that take different times
        var tracks = new ArrayList<CorpusTrack>();
        for (int i = 0; i < 6; i++) {
            tracks.add(track("t" + i, TestMusic.noise(i, i % 2 == 0 ? 16 : 4, i % 3 == 0, -3 * i, i)));
        }

        // When
        Path first = write(measure(tracks, 1), "first.json");
        Path second = write(measure(tracks, 2), "second.json");

        // Then
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(MasterStatistics.read(second).tracks()).isEqualTo(6);
    }

    @Test
    void tells_whatFetchesAMissingTrack() throws Exception {
        // Given
        CorpusTrack track = track("a", TestMusic.noise(1, 1, false, -6, 0));
        Files.delete(cache.file(track));

        // When // Then
        assertThatThrownBy(() -> measure(List.of(track), 2))
                .isInstanceOf(TrainingException.class)
                .hasMessage("pkg-a/a.wav is missing; this fetches it: tonmeister train corpus fetch --split train");
    }

    @Test
    void refuses_aTrackThatIsNotTheManifests() throws Exception {
        // Given
        CorpusTrack track = track("a", TestMusic.noise(1, 1, false, -6, 0));
        Files.write(cache.file(track), new byte[100]);

        // When // Then
        assertThatThrownBy(() -> measure(List.of(track), 2))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("pkg-a/a.wav is not the file of the manifest");
    }

    @Test
    void names_aTrackThatCannotBeDecoded() throws Exception {
        // Given: a file as the manifest has it, but no audio
        Path file = cache.root().resolve("pkg-broken/broken.wav");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "This is text.");

        // When // Then
        assertThatThrownBy(() -> measure(List.of(manifestLine("broken", file)), 2))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("pkg-broken/broken.wav: ");
    }

    private MasterStatistics measure(List<CorpusTrack> tracks, int threads) throws Exception {
        return new MasterMeasurement(cache, threads, new PrintWriter(Writer.nullWriter())).measure(tracks, "test");
    }

    private Path write(MasterStatistics statistics, String name) throws IOException {
        Path file = folder.resolve(name);
        statistics.write(file);
        return file;
    }

    private CorpusTrack track(String name, float[][] stereo) throws Exception {
        Path file = cache.root().resolve("pkg-" + name).resolve(name + ".wav");
        TestMusic.write(file, stereo);
        return manifestLine(name, file);
    }

    private static CorpusTrack manifestLine(String name, Path file) throws Exception {
        byte[] sum = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
        String md5 = HexFormat.of().formatHex(sum);
        return new CorpusTrack(Split.TRAIN, "pkg-" + name, name + ".wav", 5, "pcm", 44_100, -14, 0, -1, "none", md5);
    }

    private static double slopeDb(MasterStatistics statistics, double fromHz, double toHz) {
        return levelDb(statistics, toHz) - levelDb(statistics, fromHz);
    }

    private static double levelDb(MasterStatistics statistics, double hertz) {
        int nearest = 0;
        for (int band = 1; band < statistics.bandHz().size(); band++) {
            if (Math.abs(statistics.bandHz().get(band) - hertz)
                    < Math.abs(statistics.bandHz().get(nearest) - hertz)) {
                nearest = band;
            }
        }
        return statistics.balanceDb().get(nearest).median();
    }
}
