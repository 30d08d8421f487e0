package org.tonmeister.training.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.neural.network.Architecture;
import picocli.CommandLine;

class ReleaseCommandTest {
    private static final String ROW = """
            {"name": "%s", "errors": {"a12": {"track": {"mae": 0.0921, "skill": 0.271}},
            "b12": {"track": {"mae": 0.12, "skill": 0.45}}}, "clean": {"mae": 0.021}},
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int release() {
        return new CommandLine(new ReleaseCommand())
                .setErr(new PrintWriter(err, true))
                .execute(
                        "--models",
                        folder.resolve("models").toString(),
                        "--project",
                        folder.resolve("project").toString());
    }

    private void prepare() throws IOException {
        var rows = new StringBuilder(ROW.formatted("constant") + ROW.formatted("analyser calibrated"));
        for (Architecture architecture : Architecture.values()) {
            Path model = Files.createDirectories(folder.resolve("models").resolve(architecture.label()));
            for (String file : new String[] {"encoder.json", "encoder.params", "head.json", "head.params"}) {
                Files.writeString(model.resolve(file), architecture + " " + file);
            }
            Files.writeString(model.resolve("fit.json"), """
                    {"plan": {"seed": 7, "epochs": 16}, "trainingExamples": 8633, "trainingWindows": 54794,
                    "epochs": [{"kept": true}, {"kept": true}, {"kept": false}]}""");
            rows.append(ROW.formatted(architecture.label()))
                    .append(ROW.formatted(architecture.label() + " with reference"));
        }
        Files.writeString(folder.resolve("models/ensemble-weights.json"), "weights");
        Path docs = Files.createDirectories(folder.resolve("project/docs"));
        Files.writeString(folder.resolve("project/pom.xml"), "<project/>");
        String list = rows.substring(0, rows.lastIndexOf(","));
        Files.writeString(docs.resolve("evaluation.json"), """
                {"provenance": {"commit": "abc", "manifestMd5": "def", "models": {"ast": "1+2"}}, "rows": [%s]}""".formatted(list));
    }

    @Test
    void putsEveryFile_whereItsServiceLooks_andWritesCards() throws IOException {
        prepare();

        assertThat(release()).isZero();

        Path feature = folder.resolve("project/feature-service/src/main/resources/org/tonmeister/feature");
        Path predict = folder.resolve("project/predict-service/src/main/resources/org/tonmeister/predict");
        assertThat(feature.resolve("ast/encoder.params")).hasContent("AST encoder.params");
        assertThat(predict.resolve("ast/head.json")).hasContent("AST head.json");
        assertThat(predict.resolve("ast/encoder.json")).doesNotExist();
        assertThat(predict.resolve("baseline-cnn/encoder.json")).hasContent("BASELINE_CNN encoder.json");
        assertThat(predict.resolve("ensemble-weights.json")).hasContent("weights");
        assertThat(Files.readString(predict.resolve("ast/card.md")))
                .contains(
                        "# Model card: ast",
                        "Version 1+2",
                        "Seed 7, 2 of 16 epochs",
                        "8633 examples, 54794 windows",
                        "| ast | 0.092 | 0.27 | 0.120 | 0.45 | 0.021 |");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(release()).isEqualTo(1);
        assertThat(err.toString()).contains("is not the project's folder");

        prepare();
        Files.delete(folder.resolve("models/ast/head.params"));
        assertThat(release()).isEqualTo(1);
        assertThat(err.toString()).contains("head.params");
    }
}
