package org.tonmeister.pipeline.worker;

import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_CAUSE;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_OFFSET;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_PARTITION;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_REASON;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_STAGE;
import static org.tonmeister.schemas.RecordHeaders.DEAD_LETTER_TOPIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** Makes dead letters: the original key, value and headers, and why nothing came of them. */
final class DeadLetters {
    private static final Set<String> OURS = Set.of(
            DEAD_LETTER_REASON,
            DEAD_LETTER_CAUSE,
            DEAD_LETTER_STAGE,
            DEAD_LETTER_TOPIC,
            DEAD_LETTER_PARTITION,
            DEAD_LETTER_OFFSET);

    private final String topic;
    private final String stage;

    DeadLetters(TopicCatalogue catalogue, String stage) {
        this.topic = catalogue.name(Topic.DEAD_LETTERS);
        this.stage = stage;
    }

    /** The dead letter of {@code record}; without its value, or more, where the whole is too large for the topic. */
    Output of(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        Output whole = output(record.key(), record.value(), headers(record, failure.reason(), failure, true));
        return whole.bytes() <= Topic.DEAD_LETTERS.maxRecordBytes() ? whole : withoutValue(record, failure);
    }

    /** As little as says what happened, for a record that the broker did not take back. */
    Output bare(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        String reason = failure.reason() + " (too large for a dead letter: key, value and headers are left out)";
        return output(null, null, headers(record, reason, failure, false));
    }

    private Output withoutValue(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        String reason = failure.reason() + " (too large for a dead letter: the value of " + record.value().length
                + " bytes is left out)";
        Output rest = output(record.key(), null, headers(record, reason, failure, true));
        return rest.bytes() <= Topic.DEAD_LETTERS.maxRecordBytes() ? rest : bare(record, failure);
    }

    private List<Header> headers(
            ConsumerRecord<byte[], byte[]> record, String reason, Failure failure, boolean withOriginal) {
        var headers = new ArrayList<Header>();
        if (withOriginal) {
            for (Header header : record.headers()) {
                // A letter that comes back says why it died this time.
                if (!OURS.contains(header.key())) {
                    headers.add(header);
                }
            }
        }
        headers.add(new TextHeader(DEAD_LETTER_REASON, reason));
        failure.causeClass().ifPresent(cause -> headers.add(new TextHeader(DEAD_LETTER_CAUSE, cause)));
        headers.add(new TextHeader(DEAD_LETTER_STAGE, stage));
        headers.add(new TextHeader(DEAD_LETTER_TOPIC, record.topic()));
        headers.add(new TextHeader(DEAD_LETTER_PARTITION, Integer.toString(record.partition())));
        headers.add(new TextHeader(DEAD_LETTER_OFFSET, Long.toString(record.offset())));
        return headers;
    }

    private Output output(byte[] key, byte[] value, List<Header> headers) {
        return new Output(new ProducerRecord<>(topic, null, key, value, headers), false);
    }
}
