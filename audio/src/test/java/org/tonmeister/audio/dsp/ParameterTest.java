package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterTest {
    @Test
    void hasTenNamesInTableOrder() {
        assertThat(Arrays.stream(Parameter.values()).map(Parameter::jsonName))
                .containsExactly(
                        "inputGain",
                        "compression",
                        "highEq",
                        "midEq",
                        "lowEq",
                        "presence",
                        "reverb",
                        "delay",
                        "width",
                        "outputLevel");
    }

    @Test
    void gainsRunOverTwelveDecibelsEachWay() {
        assertThat(Parameter.INPUT_GAIN.minUnits()).isEqualTo(-12);
        assertThat(Parameter.INPUT_GAIN.maxUnits()).isEqualTo(12);
        assertThat(Parameter.WIDTH.toUnits(0.75)).isEqualTo(6);
        assertThat(Parameter.MID_EQ.unit()).isEqualTo("dB");
    }

    @Test
    void compressionIsEightToThePower() {
        assertThat(Parameter.COMPRESSION.toUnits(0)).isEqualTo(1);
        assertThat(Parameter.COMPRESSION.toUnits(1)).isEqualTo(8);
        assertThat(Parameter.COMPRESSION.toUnits(1.0 / 3)).isCloseTo(2, within(1e-12));
    }

    @Test
    void sendsArePercentOfAFullSend() {
        assertThat(Parameter.REVERB.toUnits(0.25)).isEqualTo(25);
        assertThat(Parameter.DELAY.maxUnits()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void neutralMeansNoEffect(Parameter parameter) {
        double expected = parameter == Parameter.COMPRESSION ? 1 : 0;

        assertThat(parameter.toUnits(parameter.neutral())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void fromUnitsIsTheInverse(Parameter parameter) {
        for (int i = 0; i <= 1000; i++) {
            double value = i / 1000.0;
            assertThat(parameter.fromUnits(parameter.toUnits(value))).isCloseTo(value, within(1e-15));
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> Parameter.WIDTH.fromUnits(12.5))
                .hasMessage("width must be from -12.0 to 12.0 dB, not 12.5");
        assertThatThrownBy(() -> Parameter.REVERB.toUnits(Double.NaN))
                .hasMessage("reverb must be a number from 0 to 1, not NaN");
    }

    @Test
    void findsByJsonName() {
        assertThat(Parameter.ofJsonName("highEq")).isEqualTo(Parameter.HIGH_EQ);
        assertThatThrownBy(() -> Parameter.ofJsonName("treble"))
                .hasMessageStartingWith("there is no parameter 'treble'; the names are inputGain, compression");
    }
}
