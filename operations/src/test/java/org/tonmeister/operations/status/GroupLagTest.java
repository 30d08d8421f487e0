package org.tonmeister.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.operations.status.PipelineStatus.PartitionStatus;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

class GroupLagTest {
    private static final TopicCatalogue CATALOGUE = new TopicCatalogue("test", 1, (short) 1);

    /** The one offset is a transaction's mark, unless a user may have written it and nobody is there to take it. */
    @ParameterizedTest
    @CsvSource({
        "UPLOADS, 9, true, 0",
        "UPLOADS, 9, false, 1",
        "MIX_REQUESTS, 9, false, 1",
        "AUDIO, 9, false, 0",
        "AUDIO, 9, true, 0",
        "AUDIO, 8, true, 2",
        "UPLOADS, 10, false, 0"
    })
    void counts_whatLiesBeforeTheGroup(Topic topic, long position, boolean members, long lag) {
        var partition = new TopicPartition(CATALOGUE.name(topic), 0);
        var group = new GroupLag(
                CATALOGUE,
                Map.of(topic, List.of(new PartitionStatus(0, 2, 10))),
                Map.of(partition, new OffsetAndMetadata(position)),
                members);

        assertThat(group.of(List.of(topic), false)).isEqualTo(lag);
        assertThat(group.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5"})
    void countsAll_whereTheGroupHasNoPlaceYet(long end, long lag) {
        var group =
                new GroupLag(CATALOGUE, Map.of(Topic.AUDIO, List.of(new PartitionStatus(0, 0, end))), Map.of(), true);

        assertThat(group.of(List.of(Topic.AUDIO), false)).isEqualTo(lag);
    }
}
