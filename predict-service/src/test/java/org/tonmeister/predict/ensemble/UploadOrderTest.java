package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadOrderTest {
    @Test
    void laterOffsetIsLater() {
        assertThat(UploadOrder.isLater("3-100", "3-99")).isTrue();
        assertThat(UploadOrder.isLater("3-99", "3-100")).isFalse();
    }

    @Test
    void inAnotherPartition_whatIsSeenLastIsLater() {
        assertThat(UploadOrder.isLater("4-1", "3-99")).isTrue();
    }
}
