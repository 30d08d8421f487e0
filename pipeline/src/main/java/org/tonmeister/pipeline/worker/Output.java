package org.tonmeister.pipeline.worker;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that waits for its transaction.
 *
 * @param record what is sent
 * @param located whether the handler is told where it came to lie; not so for the worker's own records
 */
record Output(ProducerRecord<byte[], byte[]> record, boolean located) {
    long bytes() {
        return RecordSizes.of(record.key(), record.value(), record.headers());
    }
}
