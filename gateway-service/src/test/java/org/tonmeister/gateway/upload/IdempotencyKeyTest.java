package org.tonmeister.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.gateway.access.Caller;
import org.tonmeister.gateway.problem.ProblemException;

class IdempotencyKeyTest {
    private static final Caller STUDIO = new Caller("studio", Set.of());

    @Test
    void trackId_isTheSameEachTime_andAnotherForOthers() {
        var key = IdempotencyKey.of(STUDIO, "k1");

        assertThat(key.trackId(0)).isEqualTo(IdempotencyKey.of(STUDIO, "k1").trackId(0));
        assertThat(key.trackId(0))
                .isNotEqualTo(key.trackId(1))
                .isNotEqualTo(IdempotencyKey.of(STUDIO, "k2").trackId(0))
                .isNotEqualTo(
                        IdempotencyKey.of(new Caller("other", Set.of()), "k1").trackId(0));
        assertThat(UUID.fromString(key.trackId(0)).version()).isEqualTo(8);
        assertThat(UUID.fromString(key.trackId(0)).variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä"})
    void of_refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> IdempotencyKey.of(STUDIO, text)).isInstanceOf(ProblemException.class);
    }
}
