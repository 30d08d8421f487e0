package org.tonmeister.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.tonmeister.operations.status.PipelineMonitor;
import org.tonmeister.operations.status.PipelineStatus;
import org.tonmeister.operations.status.PipelineStatus.ServiceStatus;

/**
 * What the gateway sees of the whole pipeline, as gauges: the lag of every group, also of one that has no instance left
 * to tell of it.
 */
final class PipelineGauges implements AutoCloseable {
    private static final long SECONDS_BETWEEN = 5;

    private final PipelineMonitor monitor;
    private final MultiGauge lag;
    private final MultiGauge members;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(PipelineGauges::daemon);

    PipelineGauges(MeterRegistry meters, PipelineMonitor monitor) {
        this.monitor = monitor;
        this.lag = MultiGauge.builder("tonmeister.group.lag.records")
                .description("Offsets that lie before a consumer group in all its topics, as the gateway sees it")
                .register(meters);
        this.members = MultiGauge.builder("tonmeister.group.members")
                .description("Worker threads of all instances of a consumer group, as the gateway sees it")
                .register(meters);
        Gauge.builder("tonmeister.dead.letters.open", monitor, PipelineGauges::deadLetters)
                .description("Dead letters that were not sent back")
                .strongReference(true)
                .register(meters);
        Gauge.builder("tonmeister.transactions.hanging", monitor, PipelineGauges::hangingTransactions)
                .description("Partitions where readers wait for a transaction that nobody ends")
                .strongReference(true)
                .register(meters);
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 1, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        List<ServiceStatus> services =
                monitor.status().map(PipelineStatus::services).orElse(List.of());
        lag.register(rows(services, ServiceStatus::lag), true);
        members.register(rows(services, ServiceStatus::members), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<ServiceStatus> services, ToDoubleFunction<ServiceStatus> value) {
        return services.stream()
                .<MultiGauge.Row<?>>map(service -> MultiGauge.Row.of(
                        Tags.of("stage", service.service(), "group", service.group()),
                        () -> value.applyAsDouble(service)))
                .toList();
    }

    private static double deadLetters(PipelineMonitor monitor) {
        return monitor.status().map(PipelineStatus::deadLetters).orElse(0L);
    }

    private static double hangingTransactions(PipelineMonitor monitor) {
        return monitor.status()
                .map(PipelineStatus::hangingTransactions)
                .map(List::size)
                .orElse(0);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "gateway-gauges");
        thread.setDaemon(true);
        return thread;
    }
}
