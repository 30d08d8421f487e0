package org.tonmeister.operations.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.operations.status.PipelineStatus.ServiceStatus;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class PipelineWatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestPipeline pipeline;
    private PipelineWatch watch;

    @BeforeEach
    void start(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        var settings = pipeline.settings().toBuilder()
                .groupPrefix(pipeline.settings().topicPrefix())
                .build();
        watch = new PipelineWatch(settings, () -> 7);
    }

    @AfterEach
    void stop() {
        watch.close();
        pipeline.close();
    }

    @Test
    void tellsTopicsAndTheServicesLag() throws Exception {
        String prefix = pipeline.settings().topicPrefix();
        for (int i = 0; i < 10; i++) {
            pipeline.publish(Topic.UPLOADS, "same", "upload " + i);
        }
        int partition = pipeline.committed(Topic.UPLOADS).get(0).partition();
        var uploads = new TopicPartition(pipeline.name(Topic.UPLOADS), partition);
        pipeline.admin()
                .alterConsumerGroupOffsets(prefix + "-ingest", Map.of(uploads, new OffsetAndMetadata(4)))
                .all()
                .get();
        var spectrograms = new TopicPartition(pipeline.name(Topic.SPECTROGRAMS), 0);
        pipeline.admin()
                .alterConsumerGroupOffsets(prefix + "-predict-cnn", Map.of(spectrograms, new OffsetAndMetadata(0)))
                .all()
                .get();

        watch.start();
        await().atMost(PATIENCE).until(() -> watch.status().isPresent());

        var status = watch.status().orElseThrow();
        assertThat(status.deadLetters()).isEqualTo(7);
        assertThat(status.topics()).hasSize(Topic.values().length);
        assertThat(status.topics().get(0).topic()).isEqualTo(pipeline.name(Topic.UPLOADS));
        assertThat(status.topics().get(0).partitions().get(partition).endOffset())
                .isEqualTo(10);
        assertThat(status.services())
                .extracting(ServiceStatus::service)
                .containsExactly("ingest", "features", "predict-cnn", "ensemble", "mix", "gateway");
        assertThat(status.services().get(0)).satisfies(ingest -> {
            assertThat(ingest.lag()).isEqualTo(6);
            assertThat(ingest.state()).isEqualTo("Empty");
            assertThat(ingest.members()).isZero();
        });
        assertThat(status.services().get(1).state()).isEqualTo("Unknown");
        assertThat(status.services().get(2).lag()).isZero();
        assertThat(status.services().get(5).lag()).isEqualTo(10);
    }
}
