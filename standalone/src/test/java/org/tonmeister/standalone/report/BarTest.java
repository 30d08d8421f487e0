package org.tonmeister.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, .....|.....",
        "1.0, 0.5, .....|#####",
        "0.0, 0.5, #####|.....",
        "0.7, 0.5, .....|##...",
        "0.3, 0.5, ...##|.....",
        "0.0, 0.0, |..........",
        "0.4, 0.0, |####......",
        "1.0, 0.0, |##########",
    })
    void reachesFromNeutralToTheValue(double value, double neutral, String expected) {
        assertThat(new Bar(value, neutral).render(11, Glyphs.ASCII)).isEqualTo(expected);
    }
}
