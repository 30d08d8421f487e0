package org.tonmeister.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

class EmbeddedTopicsTest {
    private final TopicCatalogue catalogue = new TopicCatalogue("tonmeister", 4, (short) 1);

    @Test
    void keepPcmForHours_andAllElseForADay() {
        assertThat(EmbeddedTopics.newTopics(catalogue))
                .hasSize(Topic.values().length)
                .filteredOn(topic -> !topic.name().equals("tonmeister.tracks"))
                .allSatisfy(topic -> {
                    Duration expected =
                            topic.name().equals("tonmeister.audio") ? Duration.ofHours(6) : Duration.ofHours(24);
                    assertThat(topic.configs())
                            .containsEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(expected.toMillis()));
                });
    }

    @Test
    void leaveTheStatesOfTracksToCompaction() {
        assertThat(EmbeddedTopics.newTopics(catalogue))
                .filteredOn(topic -> topic.name().equals("tonmeister.tracks"))
                .singleElement()
                .satisfies(topic -> assertThat(topic.configs())
                        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                        .doesNotContainKey(TopicConfig.RETENTION_MS_CONFIG));
    }

    @Test
    void keepTheCataloguesOtherSettings() {
        assertThat(EmbeddedTopics.newTopics(catalogue))
                .filteredOn(topic -> topic.name().equals("tonmeister.uploads"))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.numPartitions()).isEqualTo(4);
                    assertThat(topic.configs())
                            .containsEntry(
                                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                    Integer.toString(Topic.UPLOADS.maxRecordBytes()));
                });
    }
}
