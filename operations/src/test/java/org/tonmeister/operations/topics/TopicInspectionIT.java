package org.tonmeister.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class TopicInspectionIT {
    @Test
    void tellsWhatTopicsHold_andWhatIsNotAsItMustBe(TestBroker broker) throws Exception {
        try (var pipeline = new TestPipeline(broker)) {
            var inspection = new TopicInspection(pipeline.admin(), pipeline.settings());
            pipeline.publish(Topic.UPLOADS, "song", new byte[1000]);

            var sound = inspection.look();

            assertThat(sound).hasSize(Topic.values().length).allSatisfy(topic -> assertThat(topic.warnings())
                    .as(topic.name())
                    .isEmpty());
            assertThat(sound.get(0)).satisfies(uploads -> {
                assertThat(uploads.name()).isEqualTo(pipeline.name(Topic.UPLOADS));
                assertThat(uploads.partitions()).isEqualTo(2);
                assertThat(uploads.replication()).isEqualTo(1);
                assertThat(uploads.retention()).contains(Topic.UPLOADS.retention());
                assertThat(uploads.offsets()).isEqualTo(1);
                assertThat(uploads.bytes()).isGreaterThan(1000);
                assertThat(uploads.newest()).isPresent();
            });

            pipeline.admin()
                    .incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, pipeline.name(Topic.AUDIO)),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", "1048588"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            pipeline.admin()
                    .createPartitions(Map.of(pipeline.name(Topic.PREDICTIONS), NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            pipeline.admin()
                    .deleteTopics(List.of(pipeline.name(Topic.TRACKS)))
                    .all()
                    .get();

            assertThat(inspection.look().stream().flatMap(topic -> topic.warnings().stream()))
                    .satisfiesExactly(
                            audio -> assertThat(audio)
                                    .startsWith(pipeline.name(Topic.AUDIO)
                                            + " takes records of 1048588 bytes at most, but 16777216 are needed"),
                            predictions -> assertThat(predictions)
                                    .startsWith(pipeline.name(Topic.PREDICTIONS) + " has 3 partitions, uploads has 2"),
                            tracks -> assertThat(tracks).startsWith(pipeline.name(Topic.TRACKS) + " is not there"));
        }
    }
}
