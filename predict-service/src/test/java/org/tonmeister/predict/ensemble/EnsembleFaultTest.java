package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class EnsembleFaultTest {
    @Test
    void programWhosePartsDoNotFit_stops_andAnyOtherFaultCostsAThread() {
        assertThat(EnsembleComponent.answerTo(new StreamsException(new NoSuchMethodError("void Codec.decode()"))))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(EnsembleComponent.answerTo(new StreamsException(new IllegalStateException("no topic"))))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
}
