package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class ResponseTest {
    private final Response response = new Response(0.05, 2);

    @Test
    void smallDistances_becomeSmaller_andLargerOnesGrow() {
        // 2·(√(0.04² + 0.05²) − 0.05) and so on
        assertThat(response.of(Parameter.WIDTH, 0.54)).isCloseTo(0.52806, within(1e-5));
        assertThat(response.of(Parameter.WIDTH, 0.46)).isCloseTo(0.47194, within(1e-5));
        assertThat(response.of(Parameter.WIDTH, 0.9)).isCloseTo(1, within(1e-12));
        assertThat(response.of(Parameter.WIDTH, 0.3)).isCloseTo(0.18769, within(1e-5));
        assertThat(response.of(Parameter.COMPRESSION, 0)).isZero();
        assertThat(response.of(Parameter.COMPRESSION, 0.9)).isEqualTo(1);
    }

    @Test
    void more_isAlwaysAnsweredByMore() {
        double before = 0;
        for (int step = 1; step <= 70; step++) {
            double now = response.of(Parameter.WIDTH, step / 100.0);
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(step > 25 && now <= before).isFalse();
            before = now;
        }
        assertThat(response.of(Parameter.WIDTH, 0.5)).isEqualTo(0.5);
    }

    @Test
    void none_leavesEveryBitAsItIs() {
        assertThat(Response.NONE.of(Parameter.WIDTH, 0.1 + 0.2)).isEqualTo(0.1 + 0.2);
    }

    @Test
    void outputLevel_restsOnTheWayToTheUsualLoudness_andNeutralStays() {
        // +6 dB, from the work level of −20 to −14 LUFS
        assertThat(response.of(Parameter.OUTPUT_LEVEL, 0.75)).isEqualTo(0.75);
        assertThat(response.of(Parameter.OUTPUT_LEVEL, 0.79)).isCloseTo(0.77806, within(1e-5));
        assertThat(response.of(Parameter.OUTPUT_LEVEL, 0.5)).isEqualTo(0.5);
    }

    @Test
    void model_answersAlone_withItsOwnResponse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weights.json");
        Files.writeString(
                file,
                "{\"version\": \"t\", \"weights\": {}, \"alone\": {\"a\": {\"width\": {\"threshold\": 0.05, \"gain\": 2}}}}");
        var weights = EnsembleWeights.read(file);
        var mean = Parameters.neutral().with(Parameter.WIDTH, 0.6).with(Parameter.MID_EQ, 0.6);

        assertThat(weights.alone("a", mean).get(Parameter.WIDTH)).isCloseTo(0.62361, within(1e-5));
        assertThat(weights.alone("a", mean).get(Parameter.MID_EQ)).isEqualTo(0.6);
        assertThat(weights.alone("b", mean)).isEqualTo(mean);
        assertThat(weights.blend(Map.of("a", mean))).isEqualTo(mean);
    }

    @Test
    void refuses_aNegativeThreshold_andNoGain() {
        assertThatThrownBy(() -> new Response(-0.1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Response(0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blend_answersToTheMean_whereThereIsAResponse(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("weights.json");
        Files.writeString(
                file,
                "{\"version\": \"t\", \"weights\": {}, \"responses\": {\"width\": {\"threshold\": 0.05, \"gain\": 2}}}");
        var weights = EnsembleWeights.read(file);

        // When
        var blended = weights.blend(Map.of(
                "a", Parameters.neutral().with(Parameter.WIDTH, 0.7).with(Parameter.MID_EQ, 0.7),
                "b", Parameters.neutral()));

        // Then the mean of 0.6 becomes 0.5 + 2·(√(0.1² + 0.05²) − 0.05)
        assertThat(blended.get(Parameter.WIDTH)).isCloseTo(0.62361, within(1e-5));
        assertThat(blended.get(Parameter.MID_EQ)).isCloseTo(0.6, within(1e-12));
        assertThat(blended.isNeutral(Parameter.REVERB)).isTrue();
    }
}
