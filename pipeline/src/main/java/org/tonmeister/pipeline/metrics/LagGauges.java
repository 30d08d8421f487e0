package org.tonmeister.pipeline.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How many offsets lie before this member, one gauge for each of its partitions. Kafka's own figure is only renewed by
 * fetching, and a worker does not fetch while it works. Used by one thread; the gauges are read by any.
 */
public final class LagGauges {
    private static final String NAME = "tonmeister.consumer.lag.records";

    private final MeterRegistry meters;
    private final String stage;
    private final String group;
    private final Map<TopicPartition, Entry> gauges = new HashMap<>();

    private record Entry(AtomicLong lag, Meter.Id id) {}

    /**
     * @param stage a label
     * @param group the consumer group, a label
     */
    public LagGauges(MeterRegistry meters, String stage, String group) {
        this.meters = meters;
        this.stage = stage;
        this.group = group;
    }

    /** The partition is ours, and so far behind. */
    public void set(TopicPartition partition, long lag) {
        gauges.computeIfAbsent(partition, this::register).lag().set(Math.max(0, lag));
    }

    /** The partitions are others' now. */
    public void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Entry gone = gauges.remove(partition);
            if (gone != null) {
                meters.remove(gone.id());
            }
        }
    }

    /** Only these partitions are ours. */
    public void retain(Collection<TopicPartition> ours) {
        forget(gauges.keySet().stream().filter(one -> !ours.contains(one)).toList());
    }

    private Entry register(TopicPartition partition) {
        var lag = new AtomicLong();
        Gauge gauge = Gauge.builder(NAME, lag, AtomicLong::get)
                .description("Offsets between the group's position and the end of the partition")
                .tag("stage", stage)
                .tag("group", group)
                .tag("topic", partition.topic())
                .tag("partition", Integer.toString(partition.partition()))
                .strongReference(true)
                .register(meters);
        return new Entry(lag, gauge.getId());
    }
}
