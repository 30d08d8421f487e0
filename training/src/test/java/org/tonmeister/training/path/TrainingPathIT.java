package org.tonmeister.training.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.training.TrainCommand;
import org.tonmeister.training.corpus.Split;
import picocli.CommandLine;

/** From music to published figures, by the commands that a user would give, on a corpus that is made up here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingPathIT {
    private static final Map<Split, Integer> TRACKS = Map.of(Split.TRAIN, 12, Split.VAL, 4, Split.TEST, 6);
    private static final double SECONDS = 30;

    private final StringWriter err = new StringWriter();
    private FixtureCorpus corpus;
    private Path work;
    private Path docs;

    @BeforeAll
    void walksThePath(@TempDir Path folder) throws IOException {
        corpus = FixtureCorpus.write(folder, TRACKS, SECONDS);
        work = folder.resolve("work");
        docs = folder.resolve("docs");
        targets();
        fit();
        ensemble();
        judge();
    }

    /** Each bound is well below the worst of three seeds: 0.35, 0.49, 0.23 and 0.41. */
    @ParameterizedTest
    @CsvSource({
        "baseline-cnn, 0.2",
        "ensemble, 0.3",
        "baseline-cnn with reference, 0.1",
        "ensemble with reference, 0.25"
    })
    void beatsTheConstant_onTracksThatItHasNotSeen(String row, double least) throws IOException {
        assertThat(skill(row)).isGreaterThan(least);
    }

    @Test
    void yardsticks_areWhereTheyBelong() throws IOException {
        assertThat(skill("constant")).isZero();
        assertThat(skill("true p")).isEqualTo(1);
    }

    @Test
    void publishesTablesAndPictures() throws IOException {
        String page = Files.readString(docs.resolve("models.md"));

        assertThat(page)
                .contains("| baseline-cnn ", "| ensemble ", "| analyser calibrated ", "**Skill by parameter, A12");
        assertThat(ImageIO.read(docs.resolve("images/models/skill-a12.png").toFile())
                        .getWidth())
                .isPositive();
        assertThat(evaluation().at("/provenance/sets").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("fixture-train", "fixture-val", "fixture-test");
    }

    @Test
    void aSecondRun_makesNothingAgain_andComesToTheSame() throws IOException {
        // Given
        Map<Path, FileTime> made = made();
        JsonNode figures = evaluation().get("rows");
        String weights = Files.readString(work.resolve("models/ensemble-weights.json"));

        // When
        String said = targets() + ensemble() + judge();

        // Then
        assertThat(said)
                .contains("fixture-train: 12 tracks, of which 12 are finished")
                .doesNotContain("estimates of");
        assertThat(made()).isNotEmpty().isEqualTo(made);
        assertThat(work.resolve("models/ensemble-weights.json")).hasContent(weights);
        assertThat(evaluation().get("rows")).isEqualTo(figures);
    }

    private String targets() {
        return train(
                "targets",
                "--cache",
                corpus.cache().toString(),
                "--manifest",
                corpus.manifest().toString(),
                "--name",
                "fixture",
                "--draws",
                "12",
                "--draw-windows",
                "3",
                "--judged-draws",
                "8",
                "--windows",
                "4");
    }

    private void fit() {
        train("fit", "--model", "baseline-cnn", "--set", "fixture", "--epochs", "12", "--rate", "0.005", "--bags", "8");
    }

    private String ensemble() {
        return train("ensemble", "--set", "fixture");
    }

    private String judge() {
        return train(
                "evaluate",
                "--manifest",
                corpus.manifest().toString(),
                "--sets",
                "fixture",
                "--sends",
                "fixture-sends",
                "--sound-tracks",
                "0",
                "--out",
                docs.toString());
    }

    /** Gives the command, which must succeed, and returns what it said. */
    private String train(String... words) {
        var out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--work", work.toString()));
        int from = err.getBuffer().length();
        int code = new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(new String[0]));
        assertThat(code).as("train %s: %s", String.join(" ", all), err).isZero();
        return err.getBuffer().substring(from) + out;
    }

    private JsonNode evaluation() throws IOException {
        return new ObjectMapper().readTree(docs.resolve("evaluation.json").toFile());
    }

    /** On the test split by A12, at the level of tracks. */
    private double skill(String name) throws IOException {
        for (JsonNode row : evaluation().get("rows")) {
            if (row.get("name").asText().equals(name)) {
                return row.at("/errors/a12/track/skill").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("evaluation.json has no row " + name);
    }

    /** When the examples and estimates were written. */
    private Map<Path, FileTime> made() throws IOException {
        var times = new TreeMap<Path, FileTime>();
        for (String step : List.of("targets", "estimates")) {
            try (Stream<Path> files = Files.walk(work.resolve(step))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }
}
