package org.tonmeister.training.compare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.tonmeister.training.compare.TestComparison;

class ComparisonTest {
    @Test
    void json_givesBackTheSame() {
        Comparison comparison = TestComparison.of("Ä \"song\" </script>");

        String json = comparison.json();

        assertThat(Comparison.parse(json)).isEqualTo(comparison);
        assertThat(json).isEqualTo(Comparison.parse(json).json());
    }

    @Test
    void json_holdsWhatPagesAndProgramsNeed() {
        String json = TestComparison.of("song").json();

        assertThat(json).contains("\"highEq\" : {", "\"amount\" : 6.0", "\"unit\" : \"dB\"", "\"kind\" : \"ENSEMBLE\"");
    }

    @Test
    void refuses_whatIsNoComparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.parse("[]"))
                .withMessageStartingWith("Not a comparison: ");
    }

    @Test
    void rounded_hasNoMinusBeforeZero() {
        assertThat(Figures.rounded(-0.004, 2))
                .isEqualTo(0.0)
                .extracting(Double::doubleToRawLongBits)
                .isEqualTo(0L);
        assertThat(Figures.rounded(-12.345678, 2)).isEqualTo(-12.35);
        assertThat(Figures.rounded(1499.5, 0)).isEqualTo(1500);
    }
}
