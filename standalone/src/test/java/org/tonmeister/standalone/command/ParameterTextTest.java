package org.tonmeister.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.audio.dsp.Parameter;

class ParameterTextTest {
    @ParameterizedTest
    @CsvSource({
        "INPUT_GAIN,   0.6,    0.6",
        "INPUT_GAIN,   1,      1",
        "MID_EQ,       +3dB,   0.625",
        "MID_EQ,       -12 dB, 0",
        "WIDTH,        6DB,    0.75",
        "COMPRESSION,  8:1,    1",
        "COMPRESSION,  2:1,    0.3333333333333333",
        "COMPRESSION,  1 : 1,  0",
        "REVERB,       30%,    0.3",
        "DELAY,        .25,    0.25",
    })
    void values_areNumbersOrFiguresWithUnits(Parameter parameter, String text, double value) {
        assertThat(ParameterText.parse("--it", parameter, text)).isCloseTo(value, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "INPUT_GAIN,  1.5,    -12 to +12 dB",
        "MID_EQ,      +13dB,  -12 to +12 dB",
        "MID_EQ,      3:1,    -12 to +12 dB",
        "COMPRESSION, 9:1,    1:1 to 8:1",
        "COMPRESSION, 0.5:1,  1:1 to 8:1",
        "REVERB,      101%,   0% to 100%",
        "REVERB,      loud,   0% to 100%",
        "REVERB,      NaN,    0% to 100%",
    })
    void whatIsOutOfRange_isRefused_withTheRangeInUnits(Parameter parameter, String text, String range) {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> ParameterText.parse("--it", parameter, text))
                .withMessage("--it is '" + text + "': must be a number from 0 to 1, or from " + range);
    }
}
