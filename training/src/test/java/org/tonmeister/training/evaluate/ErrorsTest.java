package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

class ErrorsTest {
    private static final List<Parameter> GAIN = List.of(Parameter.INPUT_GAIN);

    /** One track with two examples, of errors 0.1 and 0.3; one track with one, of 0.4. */
    private static final List<JudgedTrack> TRACKS = List.of(track(0.1, 0.3), track(0.4));

    @Test
    void everyTrack_countsOnce() {
        Errors errors = errors(Level.TRACK);

        assertThat(errors.tracks()).isEqualTo(2);
        assertThat(errors.mae(Parameter.INPUT_GAIN)).isCloseTo(0.3, within(1e-12));
        assertThat(errors.mae(Judged.EIGHT)).isCloseTo(0.3 / 8, within(1e-12));
    }

    @Test
    void skill_isWhatTheConstantLeaves() {
        var constant = new Errors(new double[][] {errorOf(0.5), errorOf(0.7)});

        assertThat(errors(Level.TRACK).skill(GAIN, constant)).isCloseTo(0.5, within(1e-12));
        assertThat(errors(Level.TRACK).skill(List.of(Parameter.WIDTH), constant))
                .isZero();
    }

    @Test
    void errorsOfWindows_areNotMadeSmallerByTheMean() {
        // Given: windows that are wrong in both directions, and a silent one that does not count
        var truth = Examples.example("a12-0000", Protocol.A12, "masters", Parameters.neutral());
        var judged = JudgedExample.of(truth, List.of(estimate(0.3, 1), estimate(0.7, 1), estimate(0.9, 0)));

        // Then
        assertThat(judged.trackErrors()[0]).isCloseTo(0, within(1e-12));
        assertThat(judged.windowErrors()[0]).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void standardError_isThatOfTheMeanOverTracks() {
        // Given: 100 tracks, half of them of error 0.1 and half of 0.3, against a constant error of 1
        double[][] errors = new double[100][];
        double[][] constant = new double[100][];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = errorOf(i % 2 == 0 ? 0.1 : 0.3);
            constant[i] = errorOf(1);
        }

        // When
        double error = Bootstrap.standardError(new Errors(errors), new Errors(constant), GAIN);

        // Then: 0.1 / √100
        assertThat(error).isCloseTo(0.01, within(0.001));
    }

    private static Errors errors(Level level) {
        return Errors.of(TRACKS, "row", level, example -> example.protocol() == Protocol.A12);
    }

    private static JudgedTrack track(double... errors) {
        var judged = Arrays.stream(errors)
                .mapToObj(error -> JudgedExample.of(
                        Examples.example("a12-" + error, Protocol.A12, "masters", Parameters.neutral()),
                        List.of(estimate(0.5 + error, 1))))
                .toList();
        List<Example> examples = judged.stream().map(JudgedExample::example).toList();
        return new JudgedTrack("md5", "fingerprint", examples, Map.of("row", judged));
    }

    private static Estimate estimate(double inputGain, double weight) {
        return new Estimate(Parameters.neutral().with(Parameter.INPUT_GAIN, inputGain), weight);
    }

    private static double[] errorOf(double inputGain) {
        double[] errors = new double[Parameters.COUNT];
        errors[Parameter.INPUT_GAIN.ordinal()] = inputGain;
        return errors;
    }
}
