package org.tonmeister.neural.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private final Scale scale = new Scale(List.of(10f, -5f), List.of(2f, 0.5f));

    @Test
    void scales_groupByGroup_andLimits() {
        float[] values = {12, 8, 100, -5, -4.5f, -50};

        scale.apply(values);

        assertThat(values).containsExactly(1, -1, 6, 0, 1, -6);
    }

    @Test
    void refuses_numbersThatDoNotMakeGroups() {
        assertThatThrownBy(() -> scale.apply(new float[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_aDeviationOfNothing() {
        assertThatThrownBy(() -> new Scale(List.of(1f), List.of(0f)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Scale(List.of(1f), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
