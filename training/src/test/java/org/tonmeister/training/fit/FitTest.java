package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.training.command.TrainingException;

class FitTest {
    /** Of uniform numbers from 0 to 1, the mean distance from one half. */
    private static final double ERROR_OF_THE_CONSTANT = 0.25;

    @TempDir
    private Path folder;

    private Bags bags(String name, int tracks, int flawed, long seed) throws IOException, TrainingException {
        LevelExamples.write(folder.resolve(name), tracks, flawed, seed);
        return Bags.read(List.of(folder.resolve(name)), Architecture.BASELINE_CNN.picture());
    }

    private TrackErrors fit(Bags training, Bags validation, int seed, String out)
            throws IOException, TrainingException {
        return fit(training, validation, seed, out, Writer.nullWriter());
    }

    private TrackErrors fit(Bags training, Bags validation, int seed, String out, Writer progress)
            throws IOException, TrainingException {
        var plan = new FitPlan(Architecture.BASELINE_CNN, seed, 6, 6, 0.005f, 8);
        return new Fit(plan, training, validation, folder.resolve(out), new PrintWriter(progress)).run();
    }

    /** Breaks off when the given epoch is reported, which is after its checkpoint. */
    private static Writer failingAt(int epoch) {
        return new StringWriter() {
            @Override
            public void write(String text, int offset, int length) {
                super.write(text, offset, length);
                if (toString().contains("epoch " + epoch)) {
                    throw new IllegalStateException("broken off");
                }
            }
        };
    }

    @Test
    void learns_theLevel_ofTracksItHasNotSeen() throws IOException, TrainingException {
        // Given
        Bags training = bags("train", 10, 12, 1);
        Bags validation = bags("val", 4, 4, 2);

        // When
        TrackErrors errors = fit(training, validation, 1, "network");

        // Then
        assertThat(errors.byJudgement().get("a12").get(Parameter.INPUT_GAIN)).isLessThan(ERROR_OF_THE_CONSTANT / 2);
        assertThat(errors.byJudgement()).containsKeys("clean");
        assertThat(Files.readString(folder.resolve("network/fit.json"))).contains("\"inputGain\"", "\"seed\" : 1");
    }

    @Test
    void sameSeed_givesTheSameBits_andAnotherSeedOthers() throws IOException, TrainingException {
        Bags training = bags("train", 2, 4, 1);
        Bags validation = bags("val", 1, 1, 2);

        fit(training, validation, 1, "one");
        fit(training, validation, 1, "same");
        fit(training, validation, 2, "other");

        assertThat(version("same")).isEqualTo(version("one"));
        assertThat(version("other")).isNotEqualTo(version("one"));
    }

    @Test
    void goesOn_afterABreak_whereItStood() throws IOException, TrainingException {
        // Given
        Bags training = bags("train", 4, 6, 1);
        Bags validation = bags("val", 2, 2, 2);
        TrackErrors whole = fit(training, validation, 1, "whole");
        for (String out : List.of("broken", "again")) {
            assertThatThrownBy(() -> fit(training, validation, 1, out, failingAt(3)))
                    .isInstanceOf(IllegalStateException.class);
        }

        // When
        var progress = new StringWriter();
        TrackErrors resumed = fit(training, validation, 1, "broken", progress);
        fit(training, validation, 1, "again");

        // Then: only dropout drew otherwise
        assertThat(progress.toString()).contains("going on after epoch 3").doesNotContain("epoch 3:");
        assertThat(epochs("broken").subList(0, 3)).isEqualTo(epochs("whole").subList(0, 3));
        assertThat(epochs("broken")).hasSize(6);
        assertThat(resumed.mean("a12")).isCloseTo(whole.mean("a12"), within(0.02));
        assertThat(version("again")).isEqualTo(version("broken"));
        assertThat(folder.resolve("broken")).isDirectoryNotContaining("glob:**checkpoint*");
    }

    @Test
    void refuses_toGoOn_withAnotherPlan() throws IOException, TrainingException {
        Bags training = bags("train", 2, 4, 1);
        Bags validation = bags("val", 1, 1, 2);
        assertThatThrownBy(() -> fit(training, validation, 1, "broken", failingAt(2)))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> fit(training, validation, 2, "broken"))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("seed=1")
                .hasMessageContaining("--anew");
    }

    private List<JsonNode> epochs(String network) throws IOException {
        var epochs = new ArrayList<JsonNode>();
        new ObjectMapper()
                .readTree(folder.resolve(network).resolve("fit.json").toFile())
                .get("epochs")
                .forEach(epochs::add);
        return epochs;
    }

    private String version(String network) throws IOException {
        return PartFile.read(NetworkFiles.folder(folder.resolve(network)), PartFile.Part.HEAD)
                .version();
    }
}
