package org.tonmeister.pipeline.worker;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/** Whether the group's coordinator was spoken to lately, by the consumer's own figure. */
final class GroupHeartbeat {
    private static final String METRIC = "last-heartbeat-seconds-ago";

    /** Several of our heartbeat intervals. */
    private static final double FRESH_SECONDS = 10;

    private final Consumer<?, ?> consumer;
    private volatile Metric age;

    GroupHeartbeat(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** From any thread. */
    boolean isFresh() {
        if (age == null) {
            age = consumer.metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals(METRIC))
                    .findFirst()
                    .orElse(null);
        }
        return age == null || !(age.metricValue() instanceof Number seconds) || seconds.doubleValue() < FRESH_SECONDS;
    }
}
