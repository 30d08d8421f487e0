package org.tonmeister.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.Progress;

/** Mixes and progress on their way to a {@link TrackListener}, on a thread of its own, until closed. */
public final class Subscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final CloseOptions CLOSE = CloseOptions.timeout(Duration.ofSeconds(5));

    private final AvroSerde<Mix> mixes = AvroSerde.of(Mix.class);
    private final AvroSerde<Progress> progress = AvroSerde.of(Progress.class);
    private final Consumer<byte[], byte[]> consumer;
    private final TrackListener listener;
    private final String mixTopic;
    private final boolean commits;
    private final Thread thread;
    private volatile boolean closed;

    /** Begins at once: what is published after this returns is not missed. */
    Subscription(PipelineSettings settings, Start start, TrackListener listener) {
        this.listener = listener;
        this.commits = start instanceof Start.Group;
        this.mixTopic = settings.catalogue().name(Topic.MIXES);
        String group = start instanceof Start.Group named ? named.id() : "tonmeister-client-" + UUID.randomUUID();
        Map<String, Object> properties = settings.consumer(group);
        // A listener may save each mix: so few that the group does not lose patience.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
        this.consumer = new KafkaConsumer<>(properties);
        this.thread = new Thread(this::run, "tonmeister-subscription");
        thread.setDaemon(true);
        try {
            StartPosition.apply(
                    start, consumer, List.of(mixTopic, settings.catalogue().name(Topic.PROGRESS)));
        } catch (RuntimeException e) {
            consumer.close(CLOSE);
            throw e;
        }
        thread.start();
    }

    /** Ends the subscription; from the listener's own thread, after the present call. */
    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        if (Thread.currentThread() != thread) {
            awaitEnd();
        }
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    handOver(record);
                }
                if (commits) {
                    commit();
                }
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("Subscription closed");
        } catch (KafkaException e) {
            listener.onFailure(e);
        } catch (IOException | RuntimeException e) {
            listener.onFailure(new KafkaException("The listener failed: " + e.getMessage(), e));
        }
    }

    private void commit() {
        try {
            consumer.commitSync();
        } catch (RetriableException | CommitFailedException e) {
            // What was handed over since the last commit comes once more.
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("Position not kept; going on");
        }
    }

    private void handOver(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(mixTopic)) {
                listener.onMix(mixes.decode(record.value()));
            } else {
                listener.onProgress(progress.decode(record.value()));
            }
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("Record passed over");
        }
    }

    private void awaitEnd() {
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
