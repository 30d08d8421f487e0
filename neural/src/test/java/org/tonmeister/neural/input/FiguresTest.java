package org.tonmeister.neural.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.WindowStatistics;

class FiguresTest {
    @Test
    void balance_isTheMeanPower_ofFourBands() {
        // Given two of four bands at −20 dB and two at −40 dB in mid, silence in side
        var window = TestWindows.of(3, (channel, bin, frame) -> channel == 1 ? -10_000 : bin % 4 < 2 ? -2000 : -4000);

        float[] balance = Balance.of(window);

        // Then mid reads 10·log10((0.01 + 0.0001) / 2)
        assertThat(balance).hasSize(64);
        assertThat(balance[0]).isCloseTo(-22.967f, within(1e-3f));
        assertThat(balance[31]).isEqualTo(balance[0]);
        assertThat(balance[32]).isEqualTo(-90f);
    }

    @Test
    void figures_areLevelsCrestsAndBalance() {
        float[] figures = Figures.of(TestWindows.statistics(-20), new float[Balance.SIZE]);

        assertThat(figures).hasSize(Figures.SIZE).startsWith(-20, -21, -6, 15, 14, -22, -32, -10, 0.5f, 4, 8, 2, 1);
    }

    @Test
    void refuses_listsOfAnotherLength() {
        var statistics = WindowStatistics.newBuilder(TestWindows.statistics(-20))
                .setLevelPercentilesDb(List.of(1f, 2f))
                .build();

        assertThatThrownBy(() -> Figures.of(statistics, new float[Balance.SIZE]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A window's list of 10 figures has 2");
        assertThatThrownBy(() -> Figures.of(TestWindows.statistics(-20), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tonal balance has 64 bands, not 3");
    }
}
