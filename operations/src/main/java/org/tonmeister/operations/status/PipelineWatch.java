package org.tonmeister.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Looks at the pipeline every two seconds on a thread of its own, and keeps what it saw for a minute. */
public final class PipelineWatch implements PipelineMonitor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatch.class);
    private static final long SECONDS_BETWEEN = 2;
    private static final long SECONDS_KEPT = 60;
    private static final int API_TIMEOUT_MS = 10_000;

    private final PipelineSettings settings;
    private final LongSupplier deadLetters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(PipelineWatch::daemon);
    private final Deque<Look> looks = new ArrayDeque<>();
    private Admin admin;
    private Inspection inspection;
    private volatile PipelineStatus status;

    /** @param deadLetters how many there are that were not redriven */
    public PipelineWatch(PipelineSettings settings, LongSupplier deadLetters) {
        this.settings = settings;
        this.deadLetters = deadLetters;
    }

    /** Begins to look. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    @Override
    public Optional<PipelineStatus> status() {
        return Optional.ofNullable(status);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(2, TimeUnit.SECONDS) && admin != null) {
                admin.close(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (admin == null) {
                var properties = settings.admin();
                properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
                properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS / 2);
                admin = Admin.create(properties);
                inspection = new Inspection(admin, settings);
            }
            Look look = inspection.look(Instant.now());
            looks.addLast(look);
            while (looks.getFirst().at().plusSeconds(SECONDS_KEPT).isBefore(look.at())) {
                looks.removeFirst();
            }
            status = look.since(looks.getFirst(), deadLetters.getAsLong());
        } catch (ExecutionException | RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("The pipeline cannot be looked at");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "pipeline-watch");
        thread.setDaemon(true);
        return thread;
    }
}
