package org.tonmeister.pipeline.worker;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/** Whether this member takes part in its group and spoke to the coordinator lately, by the consumer's own figure. */
final class GroupHeartbeat {
    private static final String METRIC = "last-heartbeat-seconds-ago";

    /** Several of our heartbeat intervals. */
    private static final double FRESH_SECONDS = 10;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Consumer<?, ?> consumer;
    private volatile Metric age;
    private volatile boolean joined;
    private volatile long joinedNanos;

    GroupHeartbeat(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** The group has given this member its part, which may be nothing. */
    void joined() {
        joinedNanos = System.nanoTime();
        joined = true;
    }

    /** From any thread. */
    boolean isFresh() {
        return joined && silentSeconds() < FRESH_SECONDS;
    }

    private double silentSeconds() {
        double sinceJoin = (System.nanoTime() - joinedNanos) / NANOS_PER_SECOND;
        double sinceHeartbeat = metric() == null ? -1 : ((Number) metric().metricValue()).doubleValue();
        // Negative before the first heartbeat, which may never be if the broker goes right after the join.
        return sinceHeartbeat < 0 ? sinceJoin : Math.min(sinceJoin, sinceHeartbeat);
    }

    private Metric metric() {
        if (age == null) {
            age = consumer.metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals(METRIC))
                    .findFirst()
                    .orElse(null);
        }
        return age;
    }
}
