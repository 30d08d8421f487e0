package org.tonmeister.operations.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.operations.letters.RedriveRefusedException.Why;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

/** Sends a dead letter back, one at a time. */
final class Redriver {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_BYTES = 64 << 10;

    private final PipelineSettings settings;
    private final String letters;
    private final Set<String> topics;

    Redriver(PipelineSettings settings) {
        this.settings = settings;
        var catalogue = settings.catalogue();
        this.letters = catalogue.name(Topic.DEAD_LETTERS);
        this.topics = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.DEAD_LETTERS && topic != Topic.TRACKS)
                .map(catalogue::name)
                .collect(Collectors.toSet());
    }

    /** Returns when it was done. */
    synchronized Instant redrive(DeadLetter letter) throws RedriveRefusedException {
        if (!topics.contains(letter.topic()) || letter.partition() < 0) {
            throw impossible(letter, "it does not come from a topic of this pipeline");
        }
        var place = LetterPlace.parse(letter.id()).orElseThrow();
        var record = read(letter, place);
        if (record.value() == null) {
            throw impossible(letter, "its value was left out");
        }
        // Back to its own partition: who works on it may keep what belongs to it there.
        var revived = new ProducerRecord<>(
                letter.topic(),
                letter.partition(),
                record.key(),
                record.value(),
                LetterRecords.original(record.headers()));
        var note = new ProducerRecord<byte[], byte[]>(
                letters,
                place.partition(),
                record.key(),
                null,
                List.of(new TextHeader(RecordHeaders.DEAD_LETTER_REDRIVEN, letter.id())));
        return send(revived, note);
    }

    private Instant send(ProducerRecord<byte[], byte[]> revived, ProducerRecord<byte[], byte[]> note) {
        String transactionalId = settings.groupId("gateway-redrive") + "-" + settings.instance();
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.transactionalProducer(transactionalId))) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                var sent = producer.send(revived);
                var noted = producer.send(note);
                producer.commitTransaction();
                sent.get();
                return Instant.ofEpochMilli(noted.get().timestamp());
            } catch (KafkaException e) {
                abort(producer);
                throw e;
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The letter could not be sent back", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void abort(KafkaProducer<byte[], byte[]> producer) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // Then the broker does, after the transaction's timeout.
            return;
        }
    }

    private ConsumerRecord<byte[], byte[]> read(DeadLetter letter, LetterPlace place) throws RedriveRefusedException {
        var partition = new TopicPartition(letters, place.partition());
        var properties = settings.seekingConsumer();
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() == place.offset()) {
                        return record;
                    }
                    throw impossible(letter, "it is not in the log any more");
                }
            }
            throw new KafkaException("Dead letter " + letter.id() + " could not be read in time");
        } catch (OffsetOutOfRangeException e) {
            throw impossible(letter, "it is not in the log any more");
        }
    }

    private static RedriveRefusedException impossible(DeadLetter letter, String why) {
        return new RedriveRefusedException(
                Why.IMPOSSIBLE, "Dead letter " + letter.id() + " cannot be redriven: " + why);
    }
}
