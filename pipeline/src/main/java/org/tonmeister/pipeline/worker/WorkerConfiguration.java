package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** What a worker was built with. */
record WorkerConfiguration(
        String stage,
        Topic source,
        PipelineSettings settings,
        StageHandlerFactory handlers,
        String groupId,
        int threads,
        int maxPollRecords,
        Duration drain,
        MeterRegistry meters,
        Tracing tracing,
        KafkaClients clients,
        InstantSource clock) {
    WorkerConfiguration {
        if (threads < 1 || maxPollRecords < 1) {
            throw new IllegalArgumentException("Threads and records a poll must be at least 1");
        }
    }

    TopicCatalogue catalogue() {
        return settings.catalogue();
    }

    /** Full name of the source topic. */
    String sourceTopic() {
        return catalogue().name(source);
    }
}
