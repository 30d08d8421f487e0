package org.tonmeister.predict.ensemble;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.metrics.StreamsLag;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.Topic;

/** Runs the ensemble. */
public final class EnsembleComponent implements ManagedComponent {
    /** Names the group: {@code prefix-ensemble}. */
    public static final String STAGE = Answer.STAGE;

    private static final Logger LOG = LoggerFactory.getLogger(EnsembleComponent.class);
    private static final Duration REPLACEMENT_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry meters;
    private final StreamsLag lag;
    private final AtomicBoolean bound = new AtomicBoolean();

    /**
     * @param pipeline how to reach Kafka
     * @param ensemble the rules
     * @param meters where the metrics go
     * @param tracing makes the spans of its work
     */
    public EnsembleComponent(
            PipelineSettings pipeline, EnsembleSettings ensemble, MeterRegistry meters, Tracing tracing) {
        String group = pipeline.groupId(STAGE);
        var telemetry = new EnsembleTelemetry(meters, tracing, group);
        var properties = properties(pipeline, ensemble);
        properties.put(EnsembleDeadLetters.METRICS, telemetry.metrics());
        this.streams = new KafkaStreams(EnsembleTopology.of(ensemble, telemetry), properties);
        this.lag = new StreamsLag(meters, STAGE, group, streams::metrics);
        this.metrics = new KafkaStreamsMetrics(streams);
        this.meters = meters;
        streams.setUncaughtExceptionHandler(EnsembleComponent::answerTo);
    }

    /** The properties of the Streams application. */
    static Properties properties(PipelineSettings pipeline, EnsembleSettings ensemble) {
        var properties = new Properties();
        properties.putAll(EnsembleProperties.OVER_KAFKAS);
        properties.putAll(pipeline.streams(pipeline.groupId(STAGE)));
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                ensemble.catalogue().name(Topic.DEAD_LETTERS));
        return properties;
    }

    /** What becomes of a thread that ended by a fault. */
    static StreamThreadExceptionResponse answerTo(Throwable fault) {
        if (isMisfit(fault)) {
            LOG.atError()
                    .setCause(fault)
                    .log("The program's parts do not fit together, and trying again does not help. Install one whole"
                            + " release. The ensemble stops");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.atError().addKeyValue("error", fault.toString()).log("A thread of the ensemble ended and is replaced");
        // A lasting fault, such as a missing topic, must not keep a core busy.
        LockSupport.parkNanos(REPLACEMENT_PAUSE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean isMisfit(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void start() {
        // Its tasks' figures exist only then, and Micrometer looks for new ones but once a minute.
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING && bound.compareAndSet(false, true)) {
                metrics.bindTo(meters);
            }
        });
        lag.start();
        streams.start();
    }

    @Override
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public boolean alive() {
        return streams.state() != KafkaStreams.State.ERROR && !streams.state().hasCompletedShutdown();
    }

    @Override
    public void close() {
        // Its partitions go to the others at once, not after the session's timeout.
        var options =
                CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(options)) {
            LOG.atWarn()
                    .addKeyValue("seconds", CLOSE_TIMEOUT.toSeconds())
                    .log("The ensemble did not stop in time; its open transaction will be aborted by Kafka");
        }
        lag.close();
        metrics.close();
    }
}
