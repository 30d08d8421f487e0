package org.tonmeister.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.training.corpus.CorpusException;

class FitTest {
    /** Of uniform numbers from 0 to 1, the mean distance from one half. */
    private static final double ERROR_OF_THE_CONSTANT = 0.25;

    @TempDir
    private Path folder;

    private Bags bags(String name, int tracks, int flawed, long seed) throws IOException, CorpusException {
        LevelExamples.write(folder.resolve(name), tracks, flawed, seed);
        return Bags.read(List.of(folder.resolve(name)), Architecture.BASELINE_CNN.picture());
    }

    private TrackErrors fit(Bags training, Bags validation, int seed, String out) throws IOException {
        var plan = new FitPlan(Architecture.BASELINE_CNN, seed, 6, 6, 0.005f, 8);
        return new Fit(plan, training, validation, folder.resolve(out), new PrintWriter(new StringWriter())).run();
    }

    @Test
    void learns_theLevel_ofTracksItHasNotSeen() throws IOException, CorpusException {
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
    void sameSeed_givesTheSameBits_andAnotherSeedOthers() throws IOException, CorpusException {
        Bags training = bags("train", 2, 4, 1);
        Bags validation = bags("val", 1, 1, 2);

        fit(training, validation, 1, "one");
        fit(training, validation, 1, "same");
        fit(training, validation, 2, "other");

        assertThat(version("same")).isEqualTo(version("one"));
        assertThat(version("other")).isNotEqualTo(version("one"));
    }

    private String version(String network) throws IOException {
        return PartFile.read(NetworkFiles.folder(folder.resolve(network)), PartFile.Part.HEAD)
                .version();
    }
}
