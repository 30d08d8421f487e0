package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final Parameters SOME = Parameters.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);

    @Test
    void neutralIsNeutralEverywhere() {
        for (Parameter p : Parameter.values()) {
            assertThat(Parameters.neutral().isNeutral(p)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoNumberFrom0To1(double bad) {
        assertThatThrownBy(() -> Parameters.neutral().with(Parameter.DELAY, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delay must be a number from 0 to 1, not " + bad);
        assertThatThrownBy(() -> Parameters.of(0, 0, 0, bad, 0, 0, 0, 0, 0, 0)).hasMessageStartingWith("midEq must be");
    }

    @Test
    void refusesAnotherNumberOfValues() {
        assertThatThrownBy(() -> Parameters.of(0.5, 0.5)).hasMessage("a mix has 10 parameters, not 2");
    }

    @Test
    void goesToMapAndBackInTableOrder() {
        assertThat(SOME.toMap().keySet())
                .startsWith("inputGain", "compression", "highEq")
                .endsWith("outputLevel");
        assertThat(Parameters.fromMap(SOME.toMap())).isEqualTo(SOME);
    }

    @Test
    void goesToListAndArrayAndBack() {
        assertThat(Parameters.of(SOME.toList())).isEqualTo(SOME).hasSameHashCodeAs(SOME);
        assertThat(Parameters.of(SOME.toArray())).isEqualTo(SOME);
        assertThat(Parameters.neutral().with(Parameter.REVERB, -0.0)).isEqualTo(Parameters.neutral());
        assertThatThrownBy(() -> Parameters.of(List.of())).hasMessageContaining("not 0");
    }

    @Test
    void mapNeedsNotNameEverything() {
        Parameters parameters = Parameters.fromMap(Map.of("reverb", 0.25));

        assertThat(parameters).isEqualTo(Parameters.neutral().with(Parameter.REVERB, 0.25));
    }

    @Test
    void mapWithUnknownNameIsRefused() {
        assertThatThrownBy(() -> Parameters.fromMap(Map.of("loudness", 0.25))).hasMessageContaining("'loudness'");
    }

    @Test
    void strengthScalesTheDistanceFromNeutral() {
        Parameters half = SOME.scaledBy(0.5);

        assertThat(half.get(Parameter.INPUT_GAIN)).isCloseTo(0.3, within(1e-12));
        assertThat(half.get(Parameter.COMPRESSION)).isCloseTo(0.1, within(1e-12));
        assertThat(half.get(Parameter.OUTPUT_LEVEL)).isCloseTo(0.75, within(1e-12));
        assertThat(SOME.scaledBy(0)).isEqualTo(Parameters.neutral());
        assertThat(SOME.scaledBy(1)).isEqualTo(SOME);
    }

    @Test
    void strengthOfOneStageLeavesTheOthers() {
        assertThat(SOME.scaledBy(Parameter.DELAY, 0)).isEqualTo(SOME.with(Parameter.DELAY, 0));
        assertThatThrownBy(() -> SOME.scaledBy(1.5)).hasMessage("the strength must be a number from 0 to 1, not 1.5");
    }

    @Test
    void isImmutable() {
        double[] values = SOME.toArray();

        values[0] = 1;

        assertThat(SOME.get(Parameter.INPUT_GAIN)).isEqualTo(0.1);
        assertThatThrownBy(() -> SOME.toMap().put("reverb", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
