package org.tonmeister.pipeline.worker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.metrics.LagGauges;

/** Asks the broker now and then where this member's partitions end. Used by the polling thread only. */
final class LagWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final long NANOS_BETWEEN = Duration.ofSeconds(10).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final LagGauges gauges;
    private long next = System.nanoTime();

    LagWatch(Consumer<byte[], byte[]> consumer, LagGauges gauges) {
        this.consumer = consumer;
        this.gauges = gauges;
    }

    /** The partitions have changed. */
    void renew() {
        next = System.nanoTime();
    }

    /**
     * @param partitions this member's
     * @param atWork where those begin that are at work: they are not done yet
     */
    void look(Set<TopicPartition> partitions, Map<TopicPartition, Long> atWork) {
        if (System.nanoTime() - next < 0) {
            return;
        }
        next = System.nanoTime() + NANOS_BETWEEN;
        gauges.retain(partitions);
        if (partitions.isEmpty()) {
            return;
        }
        try {
            consumer.endOffsets(partitions, PATIENCE).forEach((partition, end) -> {
                Long begun = atWork.get(partition);
                gauges.set(partition, end - (begun == null ? consumer.position(partition, PATIENCE) : begun));
            });
        } catch (KafkaException e) {
            // Woken up because there is better to do, or the broker is away, which others tell of.
            LOG.atDebug().addKeyValue("error", e.getMessage()).log("The lag is not known at the moment");
        }
    }

    /** This member is none any more. */
    void close() {
        gauges.retain(Set.of());
    }
}
