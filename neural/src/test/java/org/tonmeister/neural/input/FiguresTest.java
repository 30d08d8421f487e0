package org.tonmeister.neural.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;
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
    void figures_areLevelsCrestsBalanceAndDecay() {
        float[] figures = Figures.of(TestWindows.of(3, (channel, bin, frame) -> -4000));

        assertThat(figures).hasSize(Figures.SIZE).startsWith(-20, -21, -6, 15, 14, -22, -32, -10, 0.5f, 4, 8, 2, 1);
    }

    @Test
    void amplified_areThoseOfALouderWindow() {
        var quiet = TestWindows.of(3, (channel, bin, frame) -> -4000 - 10 * bin - channel);
        var loud = TestWindows.of(3, (channel, bin, frame) -> -3400 - 10 * bin - channel);
        float[] figures = Figures.of(quiet);

        Figures.amplify(figures, 6);

        assertThat(figures).containsExactly(Figures.of(with(loud, TestWindows.statistics(-14))), offset(1e-3f));
    }

    @Test
    void refuses_listsOfAnotherLength() {
        var statistics = WindowStatistics.newBuilder(TestWindows.statistics(-20))
                .setLevelPercentilesDb(List.of(1f, 2f))
                .build();
        var window = with(TestWindows.of(3, (channel, bin, frame) -> 0), statistics);

        assertThatThrownBy(() -> Figures.of(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A window's list of 10 figures has 2");
    }

    @Test
    void refuses_anAstWindowWithoutDecay() {
        var window = AstWindow.newBuilder()
                .setTrackId("track")
                .setUploadId("0-0")
                .setPass("0.0")
                .setWindow(0)
                .setAudio(new RecordPointer(0, 0L))
                .setEncoderName("ast")
                .setEncoderVersion("1")
                .setEmbedding(List.of())
                .setStatistics(TestWindows.statistics(-20))
                .setBalance(Collections.nCopies(Balance.SIZE, 0f))
                .build();

        assertThatThrownBy(() -> Figures.of(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A window has 64 figures of tonal balance and 120 of decay, not 64 and 0");
    }

    private static SpectrogramWindow with(SpectrogramWindow window, WindowStatistics statistics) {
        window.put("statistics", statistics);
        return window;
    }
}
