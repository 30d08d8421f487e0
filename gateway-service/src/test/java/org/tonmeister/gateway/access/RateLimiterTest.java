package org.tonmeister.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tonmeister.gateway.problem.ProblemException;

class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(2, nanos::get);

    @Test
    void count_letsABurstOfFourSecondsThrough_andThenTheRate() {
        for (int i = 0; i < 8; i++) {
            limiter.count("a");
        }
        assertRefused("a");
        assertThatCode(() -> limiter.count("b")).as("another client").doesNotThrowAnyException();

        nanos.addAndGet(500_000_000);

        assertThatCode(() -> limiter.count("a")).doesNotThrowAnyException();
        assertRefused("a");
    }

    private void assertRefused(String client) {
        assertThatThrownBy(() -> limiter.count(client)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(429);
            assertThat(refused.problem().headers()).containsEntry("Retry-After", "1");
        });
    }
}
