package org.tonmeister.pipeline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/** The lag of a Streams application, under the same name as the workers'. Its consumers fetch all the time, so their own figure is fresh. */
public final class StreamsLag implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final LagGauges gauges;
    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var daemon = new Thread(task, "streams-lag");
        daemon.setDaemon(true);
        return daemon;
    });

    /**
     * @param meters where the gauges go
     * @param stage a label
     * @param group the application's id
     * @param metrics of the application
     */
    public StreamsLag(
            MeterRegistry meters,
            String stage,
            String group,
            Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.gauges = new LagGauges(meters, stage, group);
        this.metrics = metrics;
    }

    /** Begins to look. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        var lags = new HashMap<TopicPartition, Long>();
        metrics.get().forEach((name, metric) -> {
            boolean isLag = name.name().equals("records-lag")
                    && name.group().equals("consumer-fetch-manager-metrics")
                    // The restoring consumer reads the stores' logs, which are no work that waits.
                    && !name.tags().getOrDefault("client-id", "").contains("-restore-consumer");
            if (isLag && metric.metricValue() instanceof Double lag && !lag.isNaN()) {
                var partition = new TopicPartition(
                        name.tags().get("topic"), Integer.parseInt(name.tags().get("partition")));
                lags.merge(partition, lag.longValue(), Math::max);
            }
        });
        gauges.retain(lags.keySet());
        lags.forEach(gauges::set);
    }
}
