package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.settings.PipelineSettings;

class EnsembleSettingsTest {
    private static final Optional<Duration> NO_DEADLINE = Optional.empty();

    @Test
    void rejects_whatMakesNoEnsemble() {
        assertRejected(List.of(), NO_DEADLINE, Duration.ofDays(1), "one or more models");
        assertRejected(List.of("a", "a"), NO_DEADLINE, Duration.ofDays(1), "each once");
        assertRejected(List.of("a", "ensemble"), NO_DEADLINE, Duration.ofDays(1), "cannot be called 'ensemble'");
        assertRejected(List.of("all"), NO_DEADLINE, Duration.ofDays(1), "cannot be called 'all'");
        assertRejected(List.of("a"), NO_DEADLINE, Duration.ZERO, "retention");
        assertRejected(List.of("a"), Optional.of(Duration.ZERO), Duration.ofDays(1), "deadline");
    }

    @Test
    void streamsRunExactlyOnce_inTheGroupOfTheStage_withDeadLetters() {
        var pipeline = PipelineSettings.builder().topicPrefix("test").build();

        assertThat(EnsembleComponent.properties(pipeline, EnsembleDriver.settings("a")))
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "test-ensemble")
                .containsEntry(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "test.dead-letters")
                .containsEntry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, EnsembleDeadLetters.class)
                .containsEntry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, EnsembleDeadLetters.class);
    }

    @Test
    void usersOwnKafkaSettings_standAboveOurs() {
        var pipeline = PipelineSettings.builder()
                .kafka(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "500")
                .build();

        assertThat(EnsembleComponent.properties(pipeline, EnsembleDriver.settings("a")))
                .containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "500");
    }

    private static void assertRejected(
            List<String> models, Optional<Duration> deadline, Duration retention, String reason) {
        assertThatThrownBy(() -> new EnsembleSettings(
                        models, EnsembleWeights.equal(), deadline, retention, EnsembleDriver.CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
