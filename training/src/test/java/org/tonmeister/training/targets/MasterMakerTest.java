package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Master;
import org.tonmeister.training.corpus.Split;
import org.tonmeister.training.masters.TestMusic;

class MasterMakerTest {
    private static final Recipe HALVES = new Recipe(1, 3, 4, 2, 2, true);
    private static final Recipe EVEN = new Recipe(1, 3, 2, 1, 3, false);

    @TempDir
    Path folder;

    private final StringWriter progress = new StringWriter();
    private CorpusCache cache;
    private Path set;

    @BeforeEach
    void openFolders() {
        cache = new CorpusCache(folder.resolve("corpus"));
        set = folder.resolve("set");
    }

    @Test
    void makes_whatTheRecipeSays() throws Exception {
        // Given: five windows
        CorpusTrack track = track("a", TestMusic.noise(1, 25, false, -6, 0));

        // When
        ExampleRun.Made made = make(List.of(track), HALVES, 1);

        // Then
        List<ExampleWindows> examples = ExampleSet.read(set.resolve(track.md5() + ".avro"));
        assertThat(examples)
                .extracting(each -> each.example().id())
                .containsExactly("clean-0000", "a12-0000", "a12-0001", "a12-0002", "a12-0003", "b12-0000", "b12-0001");
        assertThat(examples.get(0).windows())
                .extracting(SpectrogramWindow::getWindow)
                .containsExactly(0, 2, 4);
        assertThat(made).isEqualTo(new ExampleRun.Made(1, 3 + 6 * 2));
        for (ExampleWindows each : examples) {
            assertThat(each.example().track()).isEqualTo("pkg-a/a.wav");
            assertThat(each.example().source()).isEqualTo("masters");
            assertThat(each.example().known()).containsExactly(Parameter.values());
            assertThat(each.example().parameters().get(Parameter.OUTPUT_LEVEL))
                    .isEqualTo(examples.get(0).example().parameters().get(Parameter.OUTPUT_LEVEL));
        }
    }

    @Test
    void flawedExamples_keepToOneHalf() throws Exception {
        // Given: five windows, of which two are the first half
        CorpusTrack track = track("a", TestMusic.noise(1, 25, false, -6, 0));

        // When
        make(List.of(track), new Recipe(1, 3, 12, 0, 2, true), 1);

        // Then
        Set<Boolean> seen = new HashSet<>();
        for (ExampleWindows each : ExampleSet.read(set.resolve(track.md5() + ".avro"))) {
            if (each.example().protocol() == Protocol.A12) {
                List<Integer> windows = each.windows().stream()
                        .map(SpectrogramWindow::getWindow)
                        .toList();
                boolean first = windows.get(0) < 2;
                seen.add(first);
                assertThat(windows)
                        .hasSize(2)
                        .doesNotHaveDuplicates()
                        .isSorted()
                        .allMatch(window -> window < 2 == first);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void toJudgeBy_allExamplesHaveTheSameWindows() throws Exception {
        CorpusTrack track = track("a", TestMusic.noise(1, 25, false, -6, 0));

        make(List.of(track), EVEN, 1);

        assertThat(ExampleSet.read(set.resolve(track.md5() + ".avro")))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.windows())
                        .extracting(SpectrogramWindow::getWindow)
                        .containsExactly(0, 2, 4));
    }

    @Test
    void aTrackOfOneWindow_hasNoHalves() throws Exception {
        CorpusTrack track = track("a", TestMusic.noise(1, 4, false, -6, 0));

        make(List.of(track), HALVES, 1);

        assertThat(ExampleSet.read(set.resolve(track.md5() + ".avro")))
                .hasSize(7)
                .allSatisfy(each -> assertThat(each.windows())
                        .extracting(SpectrogramWindow::getWindow)
                        .containsExactly(0));
    }

    @Test
    void files_areTheSameByteForByte_whateverTheThreads() throws Exception {
        // Given
        List<CorpusTrack> tracks = List.of(
                track("a", TestMusic.noise(1, 12, false, -6, 0)),
                track("b", TestMusic.noise(2, 6, true, -12, 3)),
                track("c", TestMusic.noise(3, 11, false, -70, -5)));

        // When
        make(tracks, HALVES, 1);
        Map<String, String> first = sums();
        make(tracks, new Recipe(2, 3, 4, 2, 2, true), 2);
        Map<String, String> otherSeed = sums();
        make(tracks, HALVES, 2);

        // Then
        assertThat(first).hasSize(6);
        assertThat(otherSeed.keySet()).isEqualTo(first.keySet());
        assertThat(otherSeed.values()).doesNotContainAnyElementsOf(first.values());
        assertThat(sums()).isEqualTo(first);
    }

    @Test
    void goesOn_whereItWasStopped() throws Exception {
        // Given: the first track is finished
        CorpusTrack first = track("a", TestMusic.noise(1, 6, false, -6, 0));
        CorpusTrack second = track("b", TestMusic.noise(2, 6, false, -6, 0));
        make(List.of(first), EVEN, 1);
        Files.delete(cache.file(first));

        // When
        ExampleRun.Made made = make(List.of(first, second), EVEN, 2);

        // Then
        assertThat(made.tracks()).isEqualTo(1);
        assertThat(ExampleSet.open(set).tracks()).hasSize(2);
        assertThat(progress.toString()).contains("2 tracks, of which 1 are finished");
    }

    @Test
    void aFault_isTold_andLeavesNoPartsBehind() throws Exception {
        // Given
        CorpusTrack good = track("a", TestMusic.noise(1, 6, false, -6, 0));
        CorpusTrack missing = track("b", TestMusic.noise(2, 6, false, -6, 0));
        CorpusTrack silent = track("c", new float[2][44_100]);
        Files.delete(cache.file(missing));

        // When // Then
        assertThatThrownBy(() -> make(List.of(missing, good), EVEN, 2))
                .isInstanceOf(TrainingException.class)
                .hasMessage("pkg-b/b.wav is missing; this fetches it: tonmeister train corpus fetch --split train");
        assertThatThrownBy(() -> make(List.of(silent), EVEN, 1))
                .isInstanceOf(TrainingException.class)
                .hasMessage("pkg-c/c.wav: the track is silent: its loudness is below -70.0 LUFS");
        try (Stream<Path> files = Files.exists(set) ? Files.list(set) : Stream.empty()) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private ExampleRun.Made make(List<CorpusTrack> tracks, Recipe recipe, int threads) throws Exception {
        List<Master> masters =
                tracks.stream().map(track -> Master.of(track, cache)).toList();
        return new ExampleRun(threads, new PrintWriter(progress)).make("set", masters, new MasterMaker(recipe, set));
    }

    private CorpusTrack track(String name, float[][] stereo) throws Exception {
        Path file = cache.root().resolve("pkg-" + name).resolve(name + ".wav");
        TestMusic.write(file, stereo);
        return new CorpusTrack(
                Split.TRAIN, "pkg-" + name, name + ".wav", 5, "pcm", 44_100, -14, 0, -1, "none", md5(file));
    }

    /** The md5 sums of all files of the set, by name. */
    private Map<String, String> sums() throws Exception {
        var sums = new TreeMap<String, String>();
        var files = new ArrayList<Path>();
        try (Stream<Path> list = Files.list(set)) {
            list.forEach(files::add);
        }
        for (Path file : files) {
            sums.put(file.getFileName().toString(), md5(file));
        }
        return sums;
    }

    private static String md5(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
    }
}
