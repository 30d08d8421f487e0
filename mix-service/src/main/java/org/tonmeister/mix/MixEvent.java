package org.tonmeister.mix;

import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.MixOrder;

/**
 * A mix as a CloudEvent in binary mode (CloudEvents' Kafka protocol binding 1.0.2, section 3.2): the one record that
 * programs of others wait for can be routed without its schema. The other topics are for those who know them.
 */
final class MixEvent {
    private static final String SPECVERSION = "1.0";
    private static final String TYPE = "org.tonmeister.mix.finished";
    private static final String AVRO = "application/avro";

    private MixEvent() {}

    /** The headers of the mix that answers an order: the same each time it is made. */
    static Header[] headers(TopicCatalogue catalogue, MixOrder order) {
        return new Header[] {
            new TextHeader(RecordHeaders.CE_SPECVERSION, SPECVERSION),
            new TextHeader(RecordHeaders.CE_ID, order.getOrderId()),
            new TextHeader(RecordHeaders.CE_SOURCE, catalogue.name(Topic.MIXES)),
            new TextHeader(RecordHeaders.CE_TYPE, TYPE),
            new TextHeader(RecordHeaders.CE_SUBJECT, order.getTrackId()),
            new TextHeader(RecordHeaders.CONTENT_TYPE, AVRO)
        };
    }
}
