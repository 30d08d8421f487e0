package org.tonmeister.training.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void amounts_haveSignAndUnit() {
        assertThat(Amounts.of(2.34, "dB")).isEqualTo("+2.3 dB");
        assertThat(Amounts.of(-12, "dB")).isEqualTo("−12.0 dB");
        assertThat(Amounts.of(1.82, ":1")).isEqualTo("1.8:1");
        assertThat(Amounts.of(12.4, "%")).isEqualTo("12 %");
    }

    @Test
    void zero_hasNoSign() {
        assertThat(Amounts.of(-0.04, "dB")).isEqualTo("0.0 dB");
        assertThat(Amounts.of(0.04, "dB")).isEqualTo("0.0 dB");
        assertThat(Amounts.signed(-10, 0)).isEqualTo("−10");
    }

    @Test
    void time_isInMinutes() {
        assertThat(Amounts.time(249.4)).isEqualTo("4:09");
        assertThat(Amounts.time(0)).isEqualTo("0:00");
    }
}
