package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Objects;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** Reads a topic and works on its records exactly once. */
public final class TransactionalWorker implements ManagedComponent {
    private final WorkerConfiguration configuration;

    private TransactionalWorker(WorkerConfiguration configuration) {
        this.configuration = configuration;
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
        throw new UnsupportedOperationException("not yet written: " + configuration.stage());
    }

    @Override
    public boolean ready() {
        return false;
    }

    /** As {@link #ready()}. */
    public boolean isReady() {
        return ready();
    }

    @Override
    public void close() {}

    /** Holds the defaults of a worker. */
    public static final class Builder {
        private final String stage;
        private final Topic source;
        private final PipelineSettings settings;
        private final StageHandlerFactory handlers;
        private String groupId;
        private int threads;
        private int maxPollRecords = 1;
        private MeterRegistry meters = new CompositeMeterRegistry();

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

        /** Where the metrics go; nowhere unless set. */
        public Builder meters(MeterRegistry value) {
            meters = Objects.requireNonNull(value);
            return this;
        }

        /** The worker, not yet started. */
        public TransactionalWorker build() {
            return new TransactionalWorker(new WorkerConfiguration(
                    stage, source, settings, handlers, groupId, threads, maxPollRecords, meters));
        }
    }
}
