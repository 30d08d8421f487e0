package org.tonmeister.gateway.view;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.metrics.StreamsLag;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.TrackState;

/** Runs the Streams application. Its start reads the whole of {@code tracks}, so it has a thread of its own. */
final class ViewStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewStreams.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(15);

    private final PipelineSettings settings;
    private final TrackFeed feed;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry meters;
    private final StreamsLag lag;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(ViewStreams::daemon);
    private volatile boolean started;
    private volatile boolean broken;
    private volatile boolean closing;
    /** Asks where the topic ends; waits long for a broker that is not there. */
    private volatile KafkaConsumer<byte[], byte[]> asking;

    ViewStreams(
            PipelineSettings settings,
            Supplier<Retention> retention,
            TrackCopy copy,
            TrackFeed feed,
            MeterRegistry meters) {
        this.settings = settings;
        this.feed = feed;
        this.meters = meters;
        var topology = ViewTopology.of(settings.catalogue(), retention, copy);
        var clients = new ViewClients(settings.catalogue().name(Topic.UPLOADS));
        this.streams = new KafkaStreams(topology, ViewProperties.of(settings), clients);
        this.metrics = new KafkaStreamsMetrics(streams);
        this.lag = new StreamsLag(meters, GatewayView.STAGE, settings.groupId(GatewayView.STAGE), streams::metrics);
        streams.setUncaughtExceptionHandler(fault -> {
            LOG.atError().addKeyValue("error", fault.toString()).log("A thread of the view ended and is replaced");
            LockSupport.parkNanos(PAUSE.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    void start() {
        metrics.bindTo(meters);
        lag.start();
        Gauge.builder("tonmeister.gateway.view.ready", this, view -> view.ready() ? 1 : 0)
                .description("1: the view of the tracks is complete and follows; 0: not")
                .register(meters);
        starter.execute(this::run);
    }

    boolean ready() {
        return started && streams.state().isRunningOrRebalancing();
    }

    boolean alive() {
        return !broken
                && streams.state() != KafkaStreams.State.ERROR
                && !streams.state().hasCompletedShutdown();
    }

    /** The copy of the tracks. */
    ReadOnlyKeyValueStore<String, TrackState> copy() {
        if (!started) {
            throw new ViewNotReadyException("The tracks are not known yet: the gateway has just started", null);
        }
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(TrackCopy.STORE, QueryableStoreTypes.keyValueStore()));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new ViewNotReadyException("The tracks cannot be read at the moment: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closing = true;
        var consumer = asking;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            starter.submit(this::stop).get(CLOSE_TIMEOUT.toMillis() + PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("The view did not stop in time");
        } finally {
            starter.shutdownNow();
            lag.close();
            metrics.close();
        }
    }

    private void run() {
        while (!closing && !started) {
            try {
                feed.begin(end());
                streams.start();
                started = true;
            } catch (InterruptException | WakeupException e) {
                return;
            } catch (IllegalStateException e) {
                LOG.atError().addKeyValue("error", e.toString()).log("The view cannot start");
                broken = true;
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("error", e.toString()).log("The view has not started yet; trying again");
                broken = streams.state() == KafkaStreams.State.ERROR;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void stop() {
        var options =
                CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(options)) {
            LOG.atWarn()
                    .addKeyValue("seconds", CLOSE_TIMEOUT.toSeconds())
                    .log("The view did not stop in time; its open transaction will be aborted by Kafka");
        }
    }

    /** Where {@code tracks} ends now. */
    private FeedPlace end() {
        String topic = settings.catalogue().name(Topic.TRACKS);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.seekingConsumer())) {
            asking = consumer;
            if (closing) {
                throw new WakeupException();
            }
            var partitions = IntStream.range(0, consumer.partitionsFor(topic).size())
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalArgumentException("There is no topic " + topic);
            }
            var ends = consumer.endOffsets(partitions);
            return new FeedPlace(
                    new ArrayList<>(partitions.stream().map(ends::get).toList()));
        } finally {
            asking = null;
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "gateway-view");
        thread.setDaemon(true);
        return thread;
    }
}
