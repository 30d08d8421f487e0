package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.testing.RandomNetwork;
import org.tonmeister.standalone.services.AllInOne;
import org.tonmeister.standalone.services.AllInOneSettings;
import org.tonmeister.standalone.services.DataFolder;

/** All networks, in the state before they learn anything, from PCM to a mix by each. */
class NetworksIT {
    private static final List<String> MODELS = List.of("analyser", "baseline-cnn", "enhanced-cnn", "ast");

    @TempDir
    private Path folder;

    @Test
    void everyModelOfTheModelFolder_givesItsMix_andHasItsPartInTheEnsembles() throws Exception {
        // Given
        Path models = folder.resolve("models");
        for (Architecture architecture : Architecture.values()) {
            RandomNetwork.of(architecture, 1).write(models.resolve(architecture.label()));
        }
        var data = new DataFolder(folder.resolve("data"));
        Path source = Excerpt.writeAs(OutputFormat.FLAC, folder.resolve("song.flac"));
        var settings = new AllInOneSettings(data, 0, OptionalInt.empty(), "serve");

        try (var tonmeister = AllInOne.start(settings, Map.of("TONMEISTER_MODEL_FOLDER", models.toString()))) {
            assertThat(tonmeister.isOwner()).isTrue();

            // When
            var run = CommandLineRun.of("mix", source, "--variant", "all", "--data", data.root(), "--out", folder);

            // Then
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        JsonNode ensemble = report("song.report.json");
        assertThat(ensemble.get("models").fieldNames()).toIterable().containsExactlyElementsOf(MODELS);
        for (Parameter parameter : Parameter.values()) {
            double value = ensemble.at("/parameters/" + parameter.jsonName()).doubleValue();
            assertThat(value).isEqualTo(Math.round(value * 1000) / 1000.0);
        }
        for (String model : MODELS) {
            assertThat(ensemble.at("/models/" + model + "/version").textValue()).isNotBlank();
            assertThat(report("song." + model + ".report.json").get("variant").textValue())
                    .isEqualTo(model);
            assertThat(folder.resolve("song." + model + ".mixed.flac")).exists();
        }
    }

    private JsonNode report(String name) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }
}
