package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void goesThroughThePoints_evenIfOneOfThemLiesFarAway() {
        // When: y = 0.1 + 0.7 x, and one outlier that least squares would follow
        Line line = Line.fit(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), List.of(0.1, 0.24, 0.38, 0.52, 0.66, 9.0));

        // Then
        assertThat(line.slope()).isCloseTo(0.7, within(1e-6));
        assertThat(line.at(0.5)).isCloseTo(0.45, within(1e-6));
    }

    @Test
    void isLevel_whereXSaysNothing() {
        // When: most targets are one half, whatever is said
        Line line = Line.fit(List.of(0.1, 0.9, 0.2, 0.8, 0.3), List.of(0.5, 0.5, 0.5, 0.1, 0.5));

        // Then
        assertThat(line).isEqualTo(new Line(0.5, 0));
    }

    @Test
    void onePoint_isEnough() {
        assertThat(Line.fit(List.of(0.3), List.of(0.8)).at(0.3)).isCloseTo(0.8, within(1e-9));
    }
}
