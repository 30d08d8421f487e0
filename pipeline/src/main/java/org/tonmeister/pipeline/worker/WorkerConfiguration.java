package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.MeterRegistry;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** What a worker was built with. */
record WorkerConfiguration(
        String stage,
        Topic source,
        PipelineSettings settings,
        StageHandlerFactory handlers,
        String groupId,
        int threads,
        int maxPollRecords,
        MeterRegistry meters) {
    WorkerConfiguration {
        if (threads < 1 || maxPollRecords < 1) {
            throw new IllegalArgumentException("Threads and records a poll must be at least 1");
        }
    }

    /** Full name of the source topic. */
    String sourceTopic() {
        return settings.catalogue().name(source);
    }
}
