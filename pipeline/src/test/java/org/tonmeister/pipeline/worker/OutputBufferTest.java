package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutputBufferTest {
    private final OutputBuffer buffer = new OutputBuffer();

    @Test
    void handsOutEverythingOnce() {
        Output output = output(10);
        buffer.add(output);

        assertThat(buffer.bytes()).isEqualTo(output.bytes());
        assertThat(buffer.take()).containsExactly(output);
        assertThat(buffer.take()).isEmpty();
        assertThat(buffer.bytes()).isZero();
    }

    @Test
    void moreThanMemoryShouldHold_isRefused() {
        for (int i = 0; i < 3; i++) {
            buffer.add(output(20 << 20));
        }

        assertThatThrownBy(() -> buffer.add(output(20 << 20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commitSlice()");
    }

    private static Output output(int bytes) {
        return new Output(new ProducerRecord<>("topic", new byte[bytes]), true);
    }
}
