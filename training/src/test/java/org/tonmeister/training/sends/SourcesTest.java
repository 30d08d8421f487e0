package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.DrySong;
import org.tonmeister.training.corpus.MusdbTrack;
import org.tonmeister.training.corpus.Split;

class SourcesTest {
    private static final SendRecipe RECIPE = new SendRecipe(1);

    @TempDir
    Path folder;

    @Test
    void aSong_comesWhole_andWithSomeOfItsInstruments() throws Exception {
        // Given
        DrySong song = song(
                Split.TRAIN,
                new TestMidi()
                        .note(0, 60, 0, 9)
                        .note(1, 62, 0, 9)
                        .note(2, 64, 0, 9)
                        .note(9, 40, 0, 9)
                        .bytes());

        // When
        List<DrySource> sources = midi(RECIPE).of(song);

        // Then
        assertThat(sources).extracting(DrySource::label).first().isEqualTo("pkg/songs/a.mid");
        assertThat(sources).hasSizeBetween(2, 4).allSatisfy(source -> {
            assertThat(source.split()).isEqualTo(Split.TRAIN);
            assertThat(source.kind()).isEqualTo("midi");
        });
        assertThat(sources.get(1).label()).matches("pkg/songs/a\\.mid#(1|2|3|10)(,(2|3|10)){1,2}");
        assertThat(sources).extracting(DrySource::md5).doesNotHaveDuplicates();
        assertThat(midi(RECIPE).of(song))
                .extracting(DrySource::label)
                .isEqualTo(sources.stream().map(DrySource::label).toList());
    }

    @Test
    void aSongOfOneInstrument_comesOnce() throws Exception {
        assertThat(midi(RECIPE)
                        .of(song(Split.TEST, new TestMidi().note(5, 60, 0, 9).bytes())))
                .hasSize(1);
    }

    @Test
    void stems_areSplitBySong() {
        // When
        List<CorpusTrack> tracks = CorpusManifest.bundled().tracks(EnumSet.of(Split.MULTI_TRAIN, Split.MULTI_TEST));
        var sources = tracks.stream()
                .map(track -> new StemSources(new CorpusCache(folder), RECIPE).of(track))
                .toList();

        // Then
        Map<Split, Long> counts =
                sources.stream().collect(Collectors.groupingBy(DrySource::split, Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of(Split.TRAIN, 6L, Split.VAL, 2L, Split.TEST, 8L));
        Map<String, Long> splitsOfSong = tracks.stream()
                .collect(Collectors.groupingBy(
                        track -> Path.of(track.path()).getParent().toString(),
                        Collectors.collectingAndThen(
                                Collectors.mapping(StemSources::split, Collectors.toSet()), set -> (long) set.size())));
        assertThat(splitsOfSong.values()).hasSize(8).containsOnly(1L);
    }

    @Test
    void musdb_givesFourStemsOfEachSong() {
        var track = new MusdbTrack(Split.TEST, "Somebody - A Song", folder.resolve("a.stem.mp4"));

        assertThat(new StemSources(new CorpusCache(folder), RECIPE).of(track))
                .extracting(DrySource::label)
                .containsExactly(
                        "musdb18/Somebody - A Song/drums",
                        "musdb18/Somebody - A Song/bass",
                        "musdb18/Somebody - A Song/other",
                        "musdb18/Somebody - A Song/vocals");
    }

    private MidiSources midi(SendRecipe recipe) {
        return new MidiSources(new CorpusCache(folder), new Fluidsynth(folder, folder.resolve("none.sf2")), recipe);
    }

    private DrySong song(Split split, byte[] midi) throws Exception {
        var song = new DrySong(split, "pkg", "songs/a.mid", "0".repeat(32));
        Path file = new CorpusCache(folder).file(song);
        Files.createDirectories(file.getParent());
        Files.write(file, midi);
        return song;
    }
}
