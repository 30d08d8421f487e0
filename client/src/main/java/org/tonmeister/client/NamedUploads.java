package org.tonmeister.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Upload;

/**
 * Publishes uploads that go by a name, each once. The broker keeps those of one name apart: they have one transactional
 * id, and who begins shuts out the one before, whose transaction is then decided, one way or the other. So what is not in
 * the log after the beginning is not published by anybody else, and what is published then is so by one alone. Who was
 * shut out looks again. Thread-safe.
 */
final class NamedUploads {
    /**
     * Transactional ids in all, for the broker remembers each for a week. Others that have the same one at the same moment
     * only cost each other another attempt.
     */
    private static final int SLOTS = 1024;

    /** What the broker may answer to one who was shut out before the commit. */
    private static final Set<Class<? extends ApiException>> SHUT_OUT = Set.of(
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            InvalidTxnStateException.class,
            InvalidPidMappingException.class,
            TransactionAbortableException.class);

    private static final int ATTEMPTS = 10;
    private static final int PAUSE_MS = 50;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final AvroSerde<Upload> serde = AvroSerde.of(Upload.class);
    private final PipelineSettings settings;
    private final Tracing tracing;

    NamedUploads(PipelineSettings settings, Tracing tracing) {
        this.settings = settings;
        this.tracing = tracing;
    }

    Map<String, String> publish(String name, Map<String, Upload> uploads, Headers trace) {
        try (var tail = UploadTail.open(settings, uploads.keySet())) {
            // The long way to the log's end, while nobody is shut out.
            tail.read();
            for (int attempt = 1; ; attempt++) {
                try {
                    return publishAlone(name, uploads, trace, tail);
                } catch (KafkaException e) {
                    if (!isShutOut(e) || attempt == ATTEMPTS) {
                        throw e;
                    }
                    pause(attempt);
                }
            }
        }
    }

    private Map<String, String> publishAlone(String name, Map<String, Upload> uploads, Headers trace, UploadTail tail) {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(settings.transactionalProducer(transactionalId(name)));
        try {
            producer.initTransactions();
            var ids = new LinkedHashMap<>(tail.read());
            if (!ids.keySet().containsAll(uploads.keySet())) {
                var sender = new RecordSender(producer, settings.catalogue(), tracing);
                producer.beginTransaction();
                uploads.forEach((trackId, upload) -> ids.computeIfAbsent(
                        trackId, id -> UploadIds.of(sender.send(Topic.UPLOADS, id, serde.encode(upload), trace))));
                commit(producer);
            }
            return ids;
        } finally {
            // Aborts what is not committed.
            producer.close(CLOSE_TIMEOUT);
        }
    }

    /**
     * @throws UndecidedException whatever the broker answers but silence. To one who was shut out Kafka 4.3 may say that it
     *     is fenced, that its transaction is aborted already (an invalid state), or, while that is under way, that another
     *     state is pending (an {@code IllegalStateException} of the broker's, here an unknown server error)
     */
    private static void commit(Producer<byte[], byte[]> producer) {
        try {
            producer.commitTransaction();
        } catch (TimeoutException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new UndecidedException(e);
        }
    }

    /** Of all who write to the topic: those with consumer groups of their own as well. */
    private String transactionalId(String name) {
        int hash = Utils.murmur2(name.getBytes(StandardCharsets.UTF_8));
        return settings.catalogue().name(Topic.UPLOADS) + "-once-" + Math.floorMod(hash, SLOTS);
    }

    private static boolean isShutOut(Throwable fault) {
        return fault instanceof UndecidedException
                || Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> SHUT_OUT.stream().anyMatch(type -> type.isInstance(cause)));
    }

    /** Of different lengths, so that two do not shut each other out again and again. */
    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MS, PAUSE_MS * (attempt + 2)));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The broker did not say whether the transaction is committed; the log does. */
    private static final class UndecidedException extends KafkaException {
        private static final long serialVersionUID = 1L;

        UndecidedException(KafkaException cause) {
            super("It is not known whether the uploads were published: " + cause.getMessage(), cause);
        }
    }
}
