package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.Protocol;

class EvaluationRunTest {
    private static final List<PredictorSource> PREDICTORS =
            List.of(Contenders.analyser(), Examples.listener("listener"));

    private static final Optional<Ensembles> ENSEMBLES =
            Optional.of(new Ensembles(EnsembleWeights.equal(), EnsembleWeights.equal()));

    @TempDir
    Path work;

    @Test
    void figures_areThoseOfTheRows() throws Exception {
        // Given
        writeSets();

        // When
        Evaluation evaluation = evaluate();

        // Then: the truth is without error, the constant has no skill, who listens has some, and more with a reference
        var skills = evaluation.rows().stream()
                .collect(Collectors.toMap(RowFigures::name, row -> row.errors(Protocol.A12, Level.TRACK)
                        .skill()));
        assertThat(skills)
                .containsOnlyKeys(
                        "untouched",
                        "constant",
                        "analyser raw",
                        "analyser calibrated",
                        "listener",
                        "ensemble",
                        "listener with reference",
                        "ensemble with reference",
                        "true p");
        assertThat(skills.get("true p")).isEqualTo(1);
        assertThat(skills.get("constant")).isZero();
        assertThat(skills.get("listener")).isBetween(0.0, 0.7);
        assertThat(skills.get("listener with reference")).isBetween(0.8, 1.0);
        assertThat(skills.get("analyser calibrated")).isGreaterThan(skills.get("analyser raw"));
        // Half of the ensemble is the raw analyser, which has no skill with noise.
        assertThat(skills.get("ensemble")).isBetween(skills.get("analyser raw"), skills.get("listener"));
        assertThat(skills.get("ensemble with reference")).isGreaterThan(skills.get("ensemble"));

        // And: clean masters are at the work level, which the listener misses by 2 dB
        RowFigures listener = row(evaluation, "listener");
        assertThat(listener.clean().maeByParameter().get("inputGain")).isCloseTo(2 / 24.0, within(0.01));
        assertThat(listener.clean().maeByParameter().get("midEq")).isZero();
        assertThat(evaluation.timing()).containsOnlyKeys(Analyser.NAME, "listener");
        assertThat(evaluation.provenance().sets()).containsKeys("masters-test", "sends-train");
    }

    @Test
    void sends_areJudgedBySource() throws Exception {
        // Given
        writeSets();

        // When
        var midi = evaluate().sends().get("midi").get("reverb");

        // Then: truths are 0.2 and 0.6 (midi), 0.4 and 0.8 (stems); the medians are 0.5 and 0.4
        assertThat(midi.get("untouched").mae()).isCloseTo(0.4, within(1e-9));
        assertThat(midi.get("constant").mae()).isCloseTo(0.2, within(1e-9));
        assertThat(midi.get("constant").skillAgainstSource()).isCloseTo(0, within(1e-9));
        assertThat(midi.get("untouched").skill()).isCloseTo(-1, within(1e-9));
        assertThat(midi.get("constant").tracks()).isEqualTo(2);
    }

    @Test
    void aSecondRun_givesTheSameFigures_andAsksNobodyAgain() throws Exception {
        // Given
        writeSets();
        Path first = work.resolve("first.json");
        EvaluationJson.write(withoutTiming(evaluate()), first);
        Path kept = work.resolve("estimates/listener-1/masters-test/track0.tsv");
        var written = Files.getLastModifiedTime(kept);

        // When
        Path second = work.resolve("second.json");
        EvaluationJson.write(withoutTiming(evaluate()), second);

        // Then
        assertThat(second).hasSameTextualContentAs(first);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
        assertThat(Files.readString(first)).contains("\"skillStandardError\"").doesNotContain("NaN");
    }

    @Test
    void otherExamples_areJudgedAnew() throws Exception {
        // Given
        writeSets();
        double before =
                row(evaluate(), "listener").errors(Protocol.A12, Level.TRACK).mae();

        // When
        Examples.masters(work.resolve("targets/masters-test"), 4, 99);

        // Then
        assertThat(row(evaluate(), "listener").errors(Protocol.A12, Level.TRACK).mae())
                .isNotEqualTo(before);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(this::evaluate)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("masters-test")
                .hasMessageContaining("train targets");
    }

    @Test
    void tables_haveARowForEach() throws Exception {
        // Given
        writeSets();

        // When
        String tables = new EvaluationTables(evaluate()).toString();

        // Then
        assertThat(tables.lines().filter(line -> line.startsWith("| true p "))).hasSize(3);
        assertThat(tables).contains("| constant (MAE) ").contains("**Sends, source: stems**");
    }

    @Test
    void pictures_areDrawn() throws Exception {
        // Given
        writeSets();

        // When
        new Pictures(evaluate(), work.resolve("pictures")).write();

        // Then
        assertThat(work.resolve("pictures"))
                .isDirectoryContaining("glob:**skill-a12.png")
                .isDirectoryContaining("glob:**predicted-b12-reference.png");
        var picture =
                ImageIO.read(work.resolve("pictures/predicted-a12-blind.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(640);
    }

    private void writeSets() throws Exception {
        Examples.masters(work.resolve("targets/masters-train"), 4, 1);
        Examples.masters(work.resolve("targets/masters-val"), 4, 2);
        Examples.masters(work.resolve("targets/masters-test"), 4, 3);
        Examples.sends(work.resolve("targets/sends-train"), 4, 4);
        Examples.sends(work.resolve("targets/sends-test"), 4, 5);
    }

    private Evaluation evaluate() throws Exception {
        var settings = new EvaluationRun.Settings(work, "masters", "sends", 2, 0);
        var masters = new Masters(List.of(), "0".repeat(32));
        return new EvaluationRun(settings, masters, PREDICTORS, ENSEMBLES, new PrintWriter(new StringWriter()))
                .evaluate("unknown");
    }

    private static RowFigures row(Evaluation evaluation, String name) {
        return evaluation.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Evaluation withoutTiming(Evaluation evaluation) {
        return new Evaluation(
                evaluation.provenance(),
                evaluation.rows(),
                evaluation.sends(),
                evaluation.behaviour(),
                Map.of(),
                evaluation.tracks());
    }
}
