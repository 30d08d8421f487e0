package org.tonmeister.operations.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOrder;

/** What has been ordered, as {@code mix-orders} holds it: it tells of every upload where its sound lies. */
final class OrderCatalogue {
    private static final AvroSerde<MixOrder> ORDERS = AvroSerde.of(MixOrder.class);

    private final List<Ordered> orders;

    private OrderCatalogue(List<Ordered> orders) {
        this.orders = orders;
    }

    /**
     * One order.
     *
     * @param partition of {@code mix-orders}
     * @param offset there
     * @param atMs when it was written
     * @param audioPartition of {@code audio}
     * @param audioFirst first offset of its sound there
     * @param rangeId of its sound
     */
    record Ordered(
            int partition,
            long offset,
            long atMs,
            String trackId,
            String uploadId,
            int audioPartition,
            long audioFirst,
            String rangeId) {
        static Ordered of(ConsumerRecord<byte[], byte[]> record, MixOrder order) {
            return new Ordered(
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    order.getTrackId(),
                    order.getUploadId(),
                    order.getAudio().getPartition(),
                    order.getAudio().getFirstOffset(),
                    order.getAudio().getRangeId());
        }
    }

    static OrderCatalogue read(LogScan log) {
        var found = new ArrayList<Ordered>();
        log.read(log.beginnings(log.partitions(Topic.MIX_ORDERS)), record -> {
            try {
                found.add(Ordered.of(record, ORDERS.decode(record.value())));
            } catch (SerializationException e) {
                // A dead letter of mix-service, and no order.
                return;
            }
        });
        return new OrderCatalogue(found);
    }

    OrderCatalogue where(Predicate<Ordered> condition) {
        return new OrderCatalogue(orders.stream().filter(condition).toList());
    }

    Set<String> uploads() {
        return orders.stream().map(Ordered::uploadId).collect(Collectors.toSet());
    }

    long tracks() {
        return orders.stream().map(Ordered::trackId).distinct().count();
    }

    /** How many uploads have sound of more than one pass. */
    long uploadsWithSeveralPasses() {
        Map<String, Set<String>> ranges = new HashMap<>();
        orders.forEach(order -> ranges.computeIfAbsent(order.uploadId(), id -> new HashSet<>())
                .add(order.audioPartition() + " " + order.audioFirst() + " " + order.rangeId()));
        return ranges.values().stream().filter(passes -> passes.size() > 1).count();
    }

    int size() {
        return orders.size();
    }
}
