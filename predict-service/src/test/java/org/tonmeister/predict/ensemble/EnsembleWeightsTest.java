package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;

class EnsembleWeightsTest {
    private static final Offset<Double> ULP = within(1e-15);

    @TempDir
    private Path folder;

    @Test
    void sharesAreInProportionToTheWeights() {
        var weights = new EnsembleWeights("t", Map.of("a", all(3), "b", all(1)));

        assertThat(column(weights.shares(List.of("a", "b")), Parameter.WIDTH))
                .containsExactly(new double[] {0.75, 0.25}, ULP);
    }

    @Test
    void sharesOfTheModelsThatArePresent_addUpToOne() {
        var weights = new EnsembleWeights("t", Map.of("a", all(0.5), "b", all(0.3), "c", all(0.2)));

        assertThat(column(weights.shares(List.of("c", "b")), Parameter.MID_EQ))
                .containsExactly(new double[] {0.4, 0.6}, ULP);
        assertThat(column(weights.shares(List.of("c")), Parameter.MID_EQ)).containsExactly(1.0);
    }

    @Test
    void modelWithoutWeights_getsAnEqualShare() {
        var weights = new EnsembleWeights("t", Map.of("a", all(3), "b", all(1)));

        assertThat(column(weights.shares(List.of("a", "new", "b")), Parameter.DELAY))
                .containsExactly(new double[] {0.5, 1.0 / 3, 1.0 / 6}, ULP);
        assertThat(column(EnsembleWeights.equal().shares(List.of("x", "y")), Parameter.DELAY))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void modelsOfNoWeight_shareEqually() {
        var weights = new EnsembleWeights("t", Map.of("a", all(0), "b", all(0)));

        assertThat(column(weights.shares(List.of("a", "b")), Parameter.REVERB)).containsExactly(0.5, 0.5);
    }

    @Test
    void eachParameterHasItsOwnShares() {
        var a = all(1);
        a.put("width", 0.0);
        var shares = new EnsembleWeights("t", Map.of("a", a, "b", all(1))).shares(List.of("a", "b"));

        assertThat(column(shares, Parameter.WIDTH)).containsExactly(0.0, 1.0);
        assertThat(column(shares, Parameter.DELAY)).containsExactly(0.5, 0.5);
    }

    @Test
    void comeBackFromTheirFile() throws IOException {
        var weights = new EnsembleWeights("2026-1", Map.of("a", all(0.1), "b", all(0.9)));
        Path file = folder.resolve("weights.json");

        weights.write(file);

        assertThat(EnsembleWeights.read(file)).isEqualTo(weights);
    }

    @Test
    void bundledOnes_canBeRead() {
        assertThat(EnsembleWeights.bundled().version()).isNotBlank();
    }

    @Test
    void rejects_badFilesWithAReason() throws IOException {
        assertRejected("{\"version\":\"x\",\"weights\":{\"a\":{\"inputGain\":1}}}", "model 'a' must be 10");
        assertRejected("{\"weights\":{}}", "need a 'version'");
        assertRejected("{\"version\":\"x\",\"weights\":{},\"waits\":1}", "waits");
        assertRejected("none", "Not a file of ensemble weights: ");
        String json = "{\"version\":\"x\",\"weights\":{\"a\":%s}}";
        assertRejected(json.formatted(json(-1)), "inputGain must be 0 or more, not -1.0");
        assertRejected(json.formatted(json(1).replace("inputGain", "gain")), "no parameter 'gain'");
    }

    private void assertRejected(String json, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), json);

        assertThatThrownBy(() -> EnsembleWeights.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("bad.json");
    }

    /** All ten with inputGain as given, the others 1. */
    private static String json(double inputGain) {
        var weights = all(1);
        weights.put("inputGain", inputGain);
        return weights.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Double> all(double weight) {
        return Arrays.stream(Parameter.values()).collect(Collectors.toMap(Parameter::jsonName, p -> weight));
    }

    private static double[] column(double[][] shares, Parameter parameter) {
        return Arrays.stream(shares)
                .mapToDouble(of -> of[Arrays.asList(Parameter.values()).indexOf(parameter)])
                .toArray();
    }
}
