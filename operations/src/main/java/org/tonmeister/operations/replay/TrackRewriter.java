package org.tonmeister.operations.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.TrackClosing;

/** Writes the records of tracks again, in transactions, as the stages write them. Not thread-safe. */
final class TrackRewriter implements AutoCloseable {
    private static final AvroSerde<AudioChunk> CHUNKS = AvroSerde.of(AudioChunk.class);
    private static final AvroSerde<MixRequest> REQUESTS = AvroSerde.of(MixRequest.class);
    private static final long SLICE_BYTES = 12 << 20;
    private static final int RADIX = 36;

    private final LogScan log;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private long pendingBytes;

    TrackRewriter(PipelineSettings settings, LogScan log) {
        this.log = log;
        this.producer = new KafkaProducer<>(
                settings.transactionalProducer(settings.groupId("replay") + "-" + UUID.randomUUID()));
        producer.initTransactions();
    }

    /**
     * Writes, if all is there that was planned: a long track takes several transactions, and those that were committed before
     * something is missed would stay in the topic as a pass without an end.
     *
     * @param ends gets the offset behind what was written, of each partition
     * @return the upload that will be mixed
     * @throws ReplayRefusedException if something has gone since it was planned
     */
    String write(TrackReplay track, Map<TopicPartition, Long> ends) throws ReplayRefusedException {
        requireAll(track, track.options().isPresent() ? track.records() : count(track), "nothing was written");
        long before = sent.size();
        producer.beginTransaction();
        if (track.options().isPresent()) {
            send(request(track));
        } else {
            var rewrite = rewrite(track);
            log.read(froms(track), behind(track), record -> {
                if (isMeant(record, track)) {
                    send(rewrite.of(record));
                }
            });
        }
        long found = sent.size() - before;
        if (found < track.records()) {
            producer.abortTransaction();
            requireAll(track, found, "they expire just now; what was written is an unfinished pass, and is not mixed");
        }
        producer.commitTransaction();
        pendingBytes = 0;
        RecordMetadata last = null;
        for (Future<RecordMetadata> written : sent.subList((int) before, sent.size())) {
            last = Answers.of(written);
            ends.merge(new TopicPartition(last.topic(), last.partition()), last.offset() + 1, Math::max);
        }
        return track.source() == ReplaySource.UPLOADS ? UploadIds.of(last) : track.uploadId();
    }

    @Override
    public void close() {
        producer.close();
    }

    private long count(TrackReplay track) {
        var count = new AtomicLong();
        log.read(froms(track), behind(track), record -> {
            if (isMeant(record, track)) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }

    private static void requireAll(TrackReplay track, long found, String consequence) throws ReplayRefusedException {
        if (found < track.records()) {
            throw new ReplayRefusedException("of the " + track.records() + " records of track '" + track.trackId()
                    + "' only " + found + " could be read: " + consequence);
        }
    }

    /** How a record is written again. */
    private interface Rewrite {
        ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record);
    }

    private static Rewrite rewrite(TrackReplay track) {
        return switch (track.source()) {
            case UPLOADS -> record -> copy(record, key(track), record.value(), List.of());
            case AUDIO -> {
                String range = UUID.randomUUID().toString();
                yield record -> copy(
                        record,
                        record.key(),
                        chunk(record, track, range),
                        List.of(new TextHeader(RecordHeaders.RANGE_ID, range)));
            }
            case FEATURES -> {
                // All of its windows say the same: together they are one pass of the model.
                String replay = Long.toString(System.currentTimeMillis(), RADIX);
                yield record -> track.model().isPresent()
                        ? copy(
                                record,
                                record.key(),
                                record.value(),
                                List.of(
                                        new TextHeader(
                                                RecordHeaders.REPLAY_MODEL,
                                                track.model().get()),
                                        new TextHeader(RecordHeaders.REPLAY, replay)))
                        : copy(record, record.key(), FeatureRecords.inPass(record, track.newPass()), List.of());
            }
            case PREDICTIONS, ORDERS -> record -> copy(record, record.key(), record.value(), List.of());
        };
    }

    private static boolean isMeant(ConsumerRecord<byte[], byte[]> record, TrackReplay track) {
        return switch (track.source()) {
            case UPLOADS, PREDICTIONS, ORDERS -> true;
            case AUDIO ->
                TextHeader.read(record.headers(), RecordHeaders.RANGE_ID)
                        .filter(track.pass()::equals)
                        .isPresent();
            case FEATURES -> {
                boolean own = new String(record.key(), StandardCharsets.UTF_8).equals(track.trackId());
                var facts = own ? FeatureRecords.of(record) : null;
                yield own
                        && facts.uploadId().equals(track.uploadId())
                        && facts.pass().equals(track.pass());
            }
        };
    }

    private static byte[] chunk(ConsumerRecord<byte[], byte[]> record, TrackReplay track, String range) {
        var chunk = AudioChunk.newBuilder(CHUNKS.decode(record.value())).setPass(track.newPass());
        if (chunk.getClosing() != null) {
            chunk.setClosing(TrackClosing.newBuilder(chunk.getClosing())
                    .setRangeId(range)
                    .build());
        }
        return CHUNKS.encode(chunk.build());
    }

    /** To the same partition; of headers of one name the new ones count. */
    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> record, byte[] key, byte[] value, List<Header> more) {
        var headers = new ArrayList<Header>();
        for (Header header : record.headers()) {
            boolean ours = header.key().equals(RecordHeaders.REPLAY)
                    || header.key().equals(RecordHeaders.REPLAY_MODEL)
                    || more.stream().anyMatch(other -> other.key().equals(header.key()));
            if (!ours) {
                headers.add(header);
            }
        }
        headers.addAll(more);
        return new ProducerRecord<>(record.topic(), record.partition(), key, value, headers);
    }

    private static ProducerRecord<byte[], byte[]> request(TrackReplay track) {
        var partition = track.spans().keySet().iterator().next();
        return new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                key(track),
                REQUESTS.encode(new MixRequest(
                        "replay-" + UUID.randomUUID(),
                        track.uploadId(),
                        track.options().orElseThrow())));
    }

    private static byte[] key(TrackReplay track) {
        return track.trackId().getBytes(StandardCharsets.UTF_8);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (pendingBytes > SLICE_BYTES) {
            producer.commitTransaction();
            producer.beginTransaction();
            pendingBytes = 0;
        }
        pendingBytes += record.value().length;
        sent.add(producer.send(record));
    }

    private static Map<TopicPartition, Long> froms(TrackReplay track) {
        var from = new HashMap<TopicPartition, Long>();
        track.spans().forEach((partition, span) -> from.put(partition, span.first()));
        return from;
    }

    private static Map<TopicPartition, Long> behind(TrackReplay track) {
        var to = new HashMap<TopicPartition, Long>();
        track.spans().forEach((partition, span) -> to.put(partition, span.last() + 1));
        return to;
    }
}
