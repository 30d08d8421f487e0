package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.masters.TestMusic;
import org.tonmeister.training.masters.WindowRecords;

class ExampleSetTest {
    private static final WindowRecords RECORDS = new WindowRecords();

    @TempDir
    Path folder;

    @Test
    void gives_whatWasWritten() throws Exception {
        // Given
        ExampleWindows clean = example("b", "clean-0000", Protocol.CLEAN, Set.of(Parameter.values()), 0, 2, 7);
        ExampleWindows sends = example("b", "sends-0001", Protocol.SENDS, Set.of(Parameter.DELAY), 4);
        ExampleWindows other = example("a", "a12-0000", Protocol.A12, Set.of(Parameter.values()), 1);
        write("bb", clean, sends);
        write("aa", other);

        // When
        ExampleSet set = ExampleSet.open(folder);
        List<List<ExampleWindows>> read = new ArrayList<>();
        set.forEachTrack(read::add);

        // Then
        assertThat(set.tracks()).containsExactly(folder.resolve("aa.avro"), folder.resolve("bb.avro"));
        assertThat(read).containsExactly(List.of(other), List.of(clean, sends));
        assertThat(ExampleSet.examples(set.tracks().get(1))).containsExactly(clean.example(), sends.example());
    }

    @Test
    void tracksThatWereNotFinished_doNotCount() throws Exception {
        // Given
        write("aa", example("a", "a12-0000", Protocol.A12, Set.of(), 1));

        // When
        try (var writer = ExampleWriter.open(folder, "bb", "settings")) {
            writer.add(example("b", "a12-0000", Protocol.A12, Set.of(), 1));
        }

        // Then
        assertThat(ExampleSet.open(folder).tracks()).containsExactly(folder.resolve("aa.avro"));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aTrack_isFinished_forTheSettingsItWasMadeBy() throws Exception {
        write("aa", example("a", "a12-0000", Protocol.A12, Set.of(), 1));

        assertThat(ExampleWriter.isFinished(folder, "aa", "settings")).isTrue();
        assertThat(ExampleWriter.isFinished(folder, "aa", "others")).isFalse();
        assertThat(ExampleWriter.isFinished(folder, "bb", "settings")).isFalse();
    }

    @Test
    void refuses_windowsOfOthers_andIdsTwice() throws Exception {
        ExampleWindows one = example("a", "a12-0000", Protocol.A12, Set.of(), 1);
        ExampleWindows other = example("a", "a12-0001", Protocol.A12, Set.of(), 1);
        try (var writer = ExampleWriter.open(folder, "aa", "settings")) {
            writer.add(one);

            assertThatThrownBy(() -> writer.add(one)).hasMessage("the track has an example a12-0000 already");
            assertThatThrownBy(() -> writer.add(new ExampleWindows(other.example(), one.windows())))
                    .hasMessage("a window of a, a12-0000 is none of a, a12-0001");
        }
    }

    @Test
    void says_whatMakesExamples_whereThereAreNone() {
        assertThatThrownBy(() -> ExampleSet.open(folder.resolve("nowhere")))
                .isInstanceOf(TrainingException.class)
                .hasMessage("there are no training examples in " + folder.resolve("nowhere")
                        + ": there is no such folder; tonmeister train targets makes those of masters");
        assertThatThrownBy(() -> ExampleSet.open(folder))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("not one track is finished");
    }

    @Test
    void says_whichFileIsDamaged() throws Exception {
        // Given
        write("aa", example("a", "a12-0000", Protocol.A12, Set.of(), 1));
        write("bb", example("b", "a12-0000", Protocol.A12, Set.of(), 1));
        write("cc", example("c", "a12-0000", Protocol.A12, Set.of(), 1));
        Path cut = folder.resolve("aa.avro");
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(folder.resolve("bb.json"), "no JSON");
        Files.write(folder.resolve("cc.avro"), new byte[0]);

        // When // Then
        assertThatThrownBy(() -> ExampleSet.read(cut))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(cut + " is damaged");
        assertThatThrownBy(() -> ExampleSet.read(folder.resolve("bb.avro")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("bb.json") + " is damaged");
        assertThatThrownBy(() -> ExampleSet.read(folder.resolve("cc.avro")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("cc.avro") + " is damaged");
    }

    private void write(String name, ExampleWindows... examples) throws IOException {
        try (var writer = ExampleWriter.open(folder, name, "settings")) {
            for (ExampleWindows example : examples) {
                writer.add(example);
            }
            writer.finish();
        }
    }

    private static ExampleWindows example(
            String track, String id, Protocol protocol, Set<Parameter> known, int... windows) {
        var parameters = Parameters.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
        var records = new ArrayList<SpectrogramWindow>();
        for (int window : windows) {
            float[][] sound = TestMusic.noise(window, 1, false, -6, 0);
            records.add(RECORDS.of(track, id, window, sound, 0, sound[0].length, TestMusic.SAMPLE_RATE));
        }
        return new ExampleWindows(new Example(track, id, protocol, "masters", parameters, known), records);
    }
}
