package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Split;
import org.tonmeister.training.targets.ExampleRun;
import org.tonmeister.training.targets.ExampleSet;
import org.tonmeister.training.targets.ExampleWindows;
import org.tonmeister.training.targets.Protocol;

class SendMakerTest {
    private static final SendRecipe RECIPE = new SendRecipe(1);

    @TempDir
    Path folder;

    private final StringWriter progress = new StringWriter();

    @Test
    void makesExamples_thatSayWhatTheyAre() throws Exception {
        // Given
        DrySource source = source("a", Split.TEST, TestNoise.bursts(1, 46));

        // When
        make(List.of(source), folder.resolve("set"), 1);

        // Then: 8 of the 9 whole windows, evenly spaced
        List<ExampleWindows> examples = read(folder.resolve("set"));
        assertThat(examples).hasSize(2);
        ExampleWindows first = examples.get(0);
        assertThat(first.example().track()).isEqualTo("pkg/a.wav");
        assertThat(first.example().id()).isEqualTo("sends-0000");
        assertThat(first.example().protocol()).isEqualTo(Protocol.SENDS);
        assertThat(first.example().source()).isEqualTo("stems");
        assertThat(first.example().known()).containsExactly(Parameter.REVERB, Parameter.DELAY);
        assertThat(first.windows()).extracting(window -> window.getWindow()).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
        assertThat(first.windows()).allSatisfy(window -> {
            assertThat(window.getSeconds()).isEqualTo(5);
            assertThat(window.getStatistics().getLoudnessLufs()).isCloseTo(-20, within(9.0));
        });
    }

    @Test
    void trainingWindows_lieAnywhere_andInOrder() throws Exception {
        make(List.of(source("a", Split.TRAIN, TestNoise.bursts(1, 62))), folder.resolve("set"), 1);

        List<ExampleWindows> examples = read(folder.resolve("set"));
        assertThat(examples).allSatisfy(example -> assertThat(example.windows())
                .hasSize(6)
                .extracting(window -> window.getWindow())
                .doesNotHaveDuplicates()
                .isSorted());
        assertThat(examples.get(0).windows().get(0).getMid())
                .isNotEqualTo(examples.get(1).windows().get(0).getMid());
    }

    @Test
    void pauses_areLeftOut() throws Exception {
        // Given: 10 s of sound, 20 s of nothing, 10 s of sound
        float[][] stereo = TestNoise.bursts(1, 40);
        for (float[] side : stereo) {
            Arrays.fill(side, 10 * DryMusic.SAMPLE_RATE, 30 * DryMusic.SAMPLE_RATE, 0);
        }

        // When
        make(List.of(source("a", Split.VAL, stereo)), folder.resolve("set"), 1);

        // Then
        assertThat(read(folder.resolve("set")).get(0).windows())
                .extracting(window -> window.getWindow())
                .containsExactly(0, 1, 6, 7);
    }

    @Test
    void aSecondRun_isTheSameByteForByte_whateverTheThreads() throws Exception {
        // Given
        List<DrySource> sources = List.of(
                source("a", Split.TRAIN, TestNoise.bursts(1, 31)),
                source("b", Split.TRAIN, TestNoise.bursts(2, 21)),
                source("c", Split.TRAIN, TestNoise.steady(3, 26)));

        // When
        make(sources, folder.resolve("first"), 1);
        make(sources, folder.resolve("second"), 3);

        // Then
        for (DrySource source : sources) {
            for (String suffix : List.of(".avro", ".json")) {
                assertThat(folder.resolve("second").resolve(source.md5() + suffix))
                        .hasSameBinaryContentAs(folder.resolve("first").resolve(source.md5() + suffix));
            }
        }
    }

    @Test
    void finishedTracks_areLeftAsTheyAre() throws Exception {
        // Given: one of two tracks was finished before
        DrySource a = source("a", Split.VAL, TestNoise.bursts(1, 11));
        DrySource b = source("b", Split.VAL, TestNoise.bursts(2, 11));
        Path set = folder.resolve("set");
        make(List.of(a), set, 1);
        Path finished = set.resolve(a.md5() + ".avro");
        var longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(finished, longAgo);

        // When
        make(List.of(a, b), set, 1);

        // Then
        assertThat(Files.getLastModifiedTime(finished)).isEqualTo(longAgo);
        assertThat(ExampleSet.open(set).tracks()).hasSize(2);
        assertThat(progress.toString()).contains("set: 2 tracks, of which 1 are finished\n");
    }

    @Test
    void names_aTrackThatCannotBeUsed_andLeavesNothingOfIt() throws IOException {
        // Given
        Path text = Files.writeString(folder.resolve("text.wav"), "This is text.");
        var source = new DrySource(Split.VAL, "stems", "pkg/text.wav", "0".repeat(32), 2, () -> text);

        // When // Then
        assertThatThrownBy(() -> make(List.of(source), folder.resolve("set"), 2))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("pkg/text.wav: ");
        assertThat(folder.resolve("set")).doesNotExist();
    }

    @Test
    void refuses_aTrackThatIsSilentOrTooShort() throws IOException {
        assertThatThrownBy(() -> make(List.of(source("a", Split.VAL, new float[2][500_000])), folder, 1))
                .hasMessage("pkg/a.wav: the track is silent");
        assertThatThrownBy(() -> make(List.of(source("b", Split.VAL, TestNoise.bursts(1, 4))), folder, 1))
                .hasMessage("pkg/b.wav: the track is shorter than a window of 5 s");
    }

    private void make(List<DrySource> sources, Path set, int threads) throws Exception {
        new ExampleRun(threads, new PrintWriter(progress)).make("set", sources, new SendMaker(RECIPE, set));
    }

    private static List<ExampleWindows> read(Path set) throws Exception {
        return ExampleSet.read(ExampleSet.open(set).tracks().get(0));
    }

    private DrySource source(String name, Split split, float[][] stereo) throws IOException {
        Path file = folder.resolve(name + ".wav");
        TestNoise.write(file, stereo);
        return new DrySource(split, "stems", "pkg/" + name + ".wav", name.repeat(32), 2, () -> file);
    }
}
