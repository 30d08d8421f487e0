package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void reasonIsOneLine_notTooLong() {
        assertThat(Failure.rejected(new RejectedException(RejectionReason.OTHER, " two\n lines "))
                        .reason())
                .isEqualTo("two lines");
        assertThat(Failure.rejected(new RejectedException(RejectionReason.OTHER, "x".repeat(5_000)))
                        .reason())
                .hasSize(1_000)
                .endsWith("…");
    }

    @Test
    void faultWithoutAMessage_isNamedByItsClass() {
        var failure = Failure.failed("mix", new ArithmeticException());

        assertThat(failure.reason()).isEqualTo("A fault in mix, not in the file: ArithmeticException");
        assertThat(failure.causeClass()).contains("java.lang.ArithmeticException");
    }

    @Test
    void rejectionWithoutACause_namesNoClass() {
        assertThat(Failure.rejected(new RejectedException(RejectionReason.OTHER, "no"))
                        .causeClass())
                .isEmpty();
    }
}
