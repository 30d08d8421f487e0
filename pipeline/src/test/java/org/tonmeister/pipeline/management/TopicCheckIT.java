package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class TopicCheckIT {
    @Test
    void topicThatWasMadeSmaller_isNamed_withWhatToDo(TestBroker broker) throws Exception {
        try (var pipeline = new TestPipeline(broker)) {
            // Given
            String audio = pipeline.name(Topic.AUDIO);
            assertThat(TopicCheck.tooSmall(pipeline.admin(), pipeline.settings().catalogue()))
                    .isEmpty();

            // When
            var smaller = new AlterConfigOp(new ConfigEntry("max.message.bytes", "1000000"), AlterConfigOp.OpType.SET);
            pipeline.admin()
                    .incrementalAlterConfigs(
                            Map.of(new ConfigResource(ConfigResource.Type.TOPIC, audio), List.of(smaller)))
                    .all()
                    .get();

            // Then
            assertThat(TopicCheck.tooSmall(pipeline.admin(), pipeline.settings().catalogue()))
                    .singleElement()
                    .asString()
                    .startsWith("Topic " + audio + " takes records of 1000000 bytes, and 16777216 may be written")
                    .endsWith("--entity-name " + audio + " --add-config max.message.bytes=16777216");
        }
    }
}
