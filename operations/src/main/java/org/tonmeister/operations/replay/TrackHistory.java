package org.tonmeister.operations.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;

/**
 * What the small topics say of one track: its uploads, orders and deletions. The services write them, so all that
 * concerns a track is in one partition, found by its key.
 */
final class TrackHistory {
    private static final AvroSerde<Progress> PROGRESS = AvroSerde.of(Progress.class);
    private static final AvroSerde<MixOrder> ORDERS = AvroSerde.of(MixOrder.class);
    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    private final LogScan log;
    private final byte[] key;
    private final String trackId;
    private final Map<String, Long> firstHeard = new LinkedHashMap<>();
    private final List<Placed> orders = new ArrayList<>();
    private final Map<String, Long> deletions = new LinkedHashMap<>();

    private TrackHistory(LogScan log, String trackId) {
        this.log = log;
        this.trackId = trackId;
        this.key = trackId.getBytes(StandardCharsets.UTF_8);
    }

    /** An order and where it lies. */
    record Placed(TopicPartition partition, long offset, MixOrder order) {}

    static TrackHistory read(LogScan log, String trackId) {
        var history = new TrackHistory(log, trackId);
        history.scan(Topic.PROGRESS, record -> history.heard(PROGRESS.decode(record.value()), record.timestamp()));
        history.scan(Topic.MIX_ORDERS, history::ordered);
        history.scan(Topic.MIX_REQUESTS, history::asked);
        return history;
    }

    /** The track's partition of a topic that services write. */
    TopicPartition partition(Topic topic) {
        var partitions = log.partitions(topic);
        return new TopicPartition(partitions.get(0).topic(), Utils.toPositive(Utils.murmur2(key)) % partitions.size());
    }

    boolean isOf(ConsumerRecord<byte[], byte[]> record) {
        return Arrays.equals(record.key(), key);
    }

    /** Its newest upload. */
    String latestUpload() throws ReplayRefusedException {
        String latest = null;
        for (String upload : firstHeard.keySet()) {
            if (latest == null || !isEarlier(upload, latest)) {
                latest = upload;
            }
        }
        if (latest == null) {
            throw new ReplayRefusedException("nothing is known of a track '" + trackId + "'; progress is kept for "
                    + Topic.PROGRESS.retention().toDays() + " days unless set otherwise");
        }
        if (isDeleted(latest)) {
            throw new ReplayRefusedException("track '" + trackId + "' was deleted; upload it again");
        }
        return latest;
    }

    /** When the upload was first heard of, ms. */
    long heardOf(String upload) {
        return firstHeard.get(upload);
    }

    /** The orders of an upload, the oldest first. */
    List<Placed> orders(String upload) {
        return orders.stream()
                .filter(placed -> placed.order().getUploadId().equals(upload))
                .toList();
    }

    /** The newest order of an upload. */
    Optional<Placed> newestOrder(String upload) {
        var all = orders(upload);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private void scan(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        var partition = partition(topic);
        log.read(log.beginnings(List.of(partition)), record -> {
            if (isOf(record)) {
                try {
                    sink.accept(record);
                } catch (SerializationException e) {
                    // Not written by a service.
                    return;
                }
            }
        });
    }

    private void heard(Progress progress, long timestamp) {
        if (ID.matcher(progress.getUploadId()).matches()) {
            firstHeard.putIfAbsent(progress.getUploadId(), timestamp);
        }
    }

    private void ordered(ConsumerRecord<byte[], byte[]> record) {
        var order = ORDERS.decode(record.value());
        firstHeard.putIfAbsent(order.getUploadId(), record.timestamp());
        orders.add(new Placed(new TopicPartition(record.topic(), record.partition()), record.offset(), order));
    }

    private void asked(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            TextHeader.read(record.headers(), RecordHeaders.DELETED_UP_TO)
                    .ifPresent(upTo -> deletions.put(upTo, record.timestamp()));
        }
    }

    /** As the ensemble judges it: in its own partition by the place, elsewhere by the time. */
    private boolean isDeleted(String upload) {
        return deletions.entrySet().stream()
                .anyMatch(deletion -> samePartition(deletion.getKey(), upload)
                        ? !isEarlier(deletion.getKey(), upload)
                        : deletion.getValue() >= firstHeard.get(upload));
    }

    private static boolean samePartition(String one, String other) {
        var mine = ID.matcher(one);
        var theirs = ID.matcher(other);
        return mine.matches() && theirs.matches() && mine.group(1).equals(theirs.group(1));
    }

    private static boolean isEarlier(String one, String other) {
        var mine = ID.matcher(one);
        var theirs = ID.matcher(other);
        return mine.matches()
                && theirs.matches()
                && mine.group(1).equals(theirs.group(1))
                && Long.parseLong(mine.group(2)) < Long.parseLong(theirs.group(2));
    }
}
