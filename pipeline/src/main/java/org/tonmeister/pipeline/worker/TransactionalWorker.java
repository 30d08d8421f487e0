package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.Topic;

/**
 * Reads a topic and works on its records exactly once: the results and the position behind the record become visible
 * together or not at all, whatever fails in between. Long work does not cost the membership in the group, because one
 * thread polls while another works; the transaction is open only while finished results are sent.
 */
public final class TransactionalWorker implements ManagedComponent {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalWorker.class);

    /** Longer than a lane takes to drain, interrupt and leave the group. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(75);

    private final WorkerConfiguration configuration;
    private final List<WorkerLane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService metricsRefresher;
    private boolean closed;

    private TransactionalWorker(WorkerConfiguration configuration) {
        this.configuration = configuration;
        this.metricsRefresher = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, configuration.stage() + "-metrics");
            thread.setDaemon(true);
            return thread;
        });
        StageParts parts = StageParts.of(configuration);
        for (int i = 0; i < configuration.threads(); i++) {
            String name =
                    configuration.groupId() + "-" + configuration.settings().instance() + "-" + i;
            lanes.add(new WorkerLane(parts, name, metricsRefresher));
            threads.add(new Thread(lanes.get(i), name + "-poll"));
        }
    }

    /**
     * A worker of a stage.
     *
     * @param stage {@code ingest}, {@code features}, …: names the group, the metrics and the progress records
     * @param source the topic it reads
     * @param settings the service's settings
     * @param handlers makes a handler for each thread
     */
    public static Builder builder(String stage, Topic source, PipelineSettings settings, StageHandlerFactory handlers) {
        return new Builder(stage, source, settings, handlers);
    }

    @Override
    public void start() {
        threads.forEach(Thread::start);
    }

    /** Whether every thread has its part of the topic and speaks with the broker. */
    @Override
    public boolean ready() {
        return lanes.stream().allMatch(WorkerLane::ready);
    }

    /** As {@link #ready()}. */
    public boolean isReady() {
        return ready();
    }

    /** False if a handler could not be made, or the installation does not fit together. */
    @Override
    public boolean alive() {
        return lanes.stream().noneMatch(WorkerLane::failed);
    }

    /** Lets each thread finish its present record, within the drain time; then calls it off, and leaves the group. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        lanes.forEach(WorkerLane::stop);
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        for (Thread thread : threads) {
            join(thread, Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        metricsRefresher.shutdownNow();
    }

    private void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.atError()
                    .addKeyValue("stage", configuration.stage())
                    .addKeyValue("thread", thread.getName())
                    .log("Did not end in time; its record will be done again by another");
        }
    }

    /** Holds the defaults of a worker. */
    public static final class Builder {
        private final String stage;
        private final Topic source;
        private final PipelineSettings settings;
        private final StageHandlerFactory handlers;
        private String groupId;
        private int threads;
        private int maxPollRecords = 1;
        private Duration drain = Duration.ofSeconds(10);
        private MeterRegistry meters = new CompositeMeterRegistry();
        private Tracing tracing = Tracing.off();
        private KafkaClients clients = KafkaClients.real();
        private InstantSource clock = InstantSource.system();

        private Builder(String stage, Topic source, PipelineSettings settings, StageHandlerFactory handlers) {
            this.stage = Objects.requireNonNull(stage);
            this.source = Objects.requireNonNull(source);
            this.settings = Objects.requireNonNull(settings);
            this.handlers = Objects.requireNonNull(handlers);
            this.groupId = settings.groupId(stage);
            this.threads = settings.threads();
        }

        /** Consumer group; {@link PipelineSettings#groupId} of the stage unless set. */
        public Builder groupId(String value) {
            groupId = Objects.requireNonNull(value);
            return this;
        }

        /** Worker threads, each a member of the group; those of the settings unless set. */
        public Builder threads(int value) {
            threads = value;
            return this;
        }

        /** How many records may share a transaction: 1 for heavy records, some tens for light ones. */
        public Builder maxPollRecords(int value) {
            maxPollRecords = value;
            return this;
        }

        /** How long the present record may still take when the worker is closed; 10 s unless set. */
        public Builder drain(Duration value) {
            drain = Objects.requireNonNull(value);
            return this;
        }

        /** Where the metrics go; nowhere unless set. */
        public Builder meters(MeterRegistry value) {
            meters = Objects.requireNonNull(value);
            return this;
        }

        /** Makes the spans of its work; none unless set. */
        public Builder tracing(Tracing value) {
            tracing = Objects.requireNonNull(value);
            return this;
        }

        Builder clients(KafkaClients value) {
            clients = value;
            return this;
        }

        Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** The worker, not yet started. */
        public TransactionalWorker build() {
            return new TransactionalWorker(new WorkerConfiguration(
                    stage,
                    source,
                    settings,
                    handlers,
                    groupId,
                    threads,
                    maxPollRecords,
                    drain,
                    meters,
                    tracing,
                    clients,
                    clock));
        }
    }
}
