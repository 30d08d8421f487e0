package org.tonmeister.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
    private final TopicCatalogue catalogue = new TopicCatalogue("tonmeister", 6, (short) 3);

    @Test
    void allTopicsHaveEqualPartitions_soThatKeysMeet() {
        assertThat(catalogue.newTopics())
                .hasSize(Topic.values().length)
                .allSatisfy(topic -> assertThat(topic.numPartitions()).isEqualTo(6));
    }

    @Test
    void namesArePrefixed() {
        assertThat(catalogue.newTopics())
                .extracting(NewTopic::name)
                .contains("tonmeister.uploads", "tonmeister.mix-chunks", "tonmeister.dead-letters");
    }

    @Test
    void aRawUploadFitsUploadsAndDeadLetters() {
        for (Topic topic : new Topic[] {Topic.UPLOADS, Topic.DEAD_LETTERS}) {
            assertThat(topic.maxRecordBytes()).isGreaterThan(Topic.Limits.RAW_UPLOAD_BYTES);
        }
    }

    @Test
    void theLongestWindowFitsAudio() {
        int sixSecondsAt192kHzInFloat = 6 * 192_000 * 2 * 4;
        int largestCover = 4 << 20;

        assertThat(Topic.AUDIO.maxRecordBytes()).isGreaterThan(sixSecondsAt192kHzInFloat + largestCover);
    }

    @Test
    void aStateStays_andARecordExpires() {
        assertThat(catalogue.newTopics()).allSatisfy(topic -> {
            boolean isState = topic.name().equals("tonmeister.tracks");
            assertThat(topic.configs()).containsEntry("cleanup.policy", isState ? "compact" : "delete");
            assertThat(topic.configs().containsKey("retention.ms")).isEqualTo(!isState);
        });
    }

    @Test
    void threeReplicasNeedTwoInSync() {
        assertThat(catalogue.newTopics())
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", "2"));
        assertThat(new TopicCatalogue("t", 1, (short) 1).newTopics())
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", "1"));
    }

    @Test
    void refusesPrefixesKafkaWouldNotTake() {
        assertThatThrownBy(() -> new TopicCatalogue("Ton meister", 1, (short) 1))
                .hasMessageContaining("Ton meister")
                .hasMessageContaining("lower-case");
    }
}
