package org.tonmeister.operations.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T18:00:00Z, 2026-11-22T18:00:00Z",
        "2026-11-22, 2026-11-21T23:00:00Z",
        "30s, 2026-11-23T11:59:30Z",
        "90m, 2026-11-23T10:30:00Z",
        "12h, 2026-11-23T00:00:00Z",
        "2d, 2026-11-21T12:00:00Z",
        "1w, 2026-11-16T12:00:00Z",
    })
    void readsInstants_days_andSpans(String text, Instant expected) throws Exception {
        assertThat(StartTime.parse(text, NOW, BERLIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2", "d2", "2026-13-01", "2026-11-22 18:00", "1y"})
    void refuses_whatIsNoTime(String text) {
        assertThatThrownBy(() -> StartTime.parse(text, NOW, BERLIN))
                .isInstanceOf(ReplayRefusedException.class)
                .hasMessageContaining("is no time");
    }

    @Test
    void refuses_whatIsNotInThePast_orTooLongAgo() {
        assertThatThrownBy(() -> StartTime.parse("0s", NOW, BERLIN)).hasMessage("'0s' is not in the past");
        assertThatThrownBy(() -> StartTime.parse("2027-01-01", NOW, BERLIN)).hasMessageContaining("not in the past");
    }
}
