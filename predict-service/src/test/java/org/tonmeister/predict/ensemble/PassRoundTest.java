package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassRoundTest {
    @Test
    void comesBackFromItsText() {
        assertThat(PassRound.parse("abc.def")).isEqualTo(new PassRound("abc.def", 0));
        assertThat(PassRound.parse(new PassRound("abc", 0).next().next().toString()))
                .isEqualTo(new PassRound("abc", 2));
        assertThat(PassRound.parse("a#b")).isEqualTo(new PassRound("a#b", 0));
    }

    @Test
    void newerIsGreater() {
        assertThat(new PassRound("mdk0a1zz.mdk0a2aa", 0))
                .isLessThan(new PassRound("mdk0a1zz.mdk0a2ab", 0))
                .isLessThan(new PassRound("mdk0a200.mdk0a2aa", 0))
                .isLessThan(new PassRound("mdk0a1zz.mdk0a2aa", 1))
                .isLessThan(new PassRound("100000000.a", 0))
                .isEqualByComparingTo(new PassRound("mdk0a1zz.mdk0a2aa", 0));
    }
}
