package org.tonmeister.operations.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.operations.replay.GroupMove.PartitionMove;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.Epoch;
import org.tonmeister.schemas.Topic;

/** Works out what a replay of a whole topic has to move. Changes nothing. */
final class ReplayPlanner {
    private static final String PREDICT = "predict-";

    private final PipelineSettings settings;
    private final GroupAdmin groups;
    private final LogScan log;
    private final InstantSource clock;

    ReplayPlanner(PipelineSettings settings, GroupAdmin groups, LogScan log, InstantSource clock) {
        this.settings = settings;
        this.groups = groups;
        this.log = log;
        this.clock = clock;
    }

    ReplayPlan plan(ReplaySource source, Optional<String> model, Optional<Instant> since)
            throws ReplayRefusedException {
        var notes = new ArrayList<String>();
        var readers = readers(source, model, notes);
        Starts starts = Starts.find(log, source, since);
        starts.note().ifPresent(notes::add);
        var moves = new ArrayList<GroupMove>();
        for (ConsumerGroup reader : readers) {
            for (Topic topic : source.topics()) {
                move(reader, topic, starts).ifPresent(moves::add);
            }
        }
        var orders = OrderCatalogue.read(log).where(starts::covers);
        if (source == ReplaySource.AUDIO && orders.uploadsWithSeveralPasses() > 0) {
            notes.add(orders.uploadsWithSeveralPasses()
                    + " uploads lie in audio more than once; of each only the newest pass is mixed");
        }
        if (source == ReplaySource.ORDERS && orders.size() > orders.uploads().size()) {
            notes.add("of " + orders.uploads().size() + " uploads there are " + orders.size()
                    + " orders (remixes, variants, earlier replays), and each is mixed");
        }
        boolean files = source == ReplaySource.UPLOADS;
        return new ReplayPlan(
                source,
                moves,
                epoch(readers, moves.size() > 1),
                files ? Set.of() : orders.uploads(),
                files ? -1 : orders.tracks(),
                notes);
    }

    private List<ConsumerGroup> readers(ReplaySource source, Optional<String> model, List<String> notes)
            throws ReplayRefusedException {
        Map<String, ConsumerGroup> present = groups.all();
        if (source != ReplaySource.FEATURES) {
            return List.of(required(present, service(source)));
        }
        var models = present.values().stream()
                .filter(group -> group.service().startsWith(PREDICT))
                .sorted(Comparator.comparing(ConsumerGroup::service))
                .toList();
        if (model.isPresent()) {
            var chosen = present.get(PREDICT + model.get());
            if (chosen == null) {
                throw new ReplayRefusedException("no model '" + model.get() + "' has worked here; there are "
                        + models.stream()
                                .map(group -> group.service().substring(PREDICT.length()))
                                .collect(Collectors.joining(", ")));
            }
            return List.of(chosen);
        }
        if (models.isEmpty()) {
            throw new ReplayRefusedException("no model has worked here yet");
        }
        boolean someWork = models.stream().anyMatch(group -> group.members() > 0);
        var working = models.stream()
                .filter(group -> !someWork || group.members() > 0)
                .toList();
        models.stream()
                .filter(group -> !working.contains(group))
                .forEach(group -> notes.add("group " + group.id() + " has no members and is left alone"));
        return working;
    }

    private ConsumerGroup required(Map<String, ConsumerGroup> present, String service) throws ReplayRefusedException {
        var group = present.get(service);
        if (group == null) {
            throw new ReplayRefusedException("there is no group " + settings.groupId(service)
                    + ": the service has not worked here yet, and will begin with all there is");
        }
        return group;
    }

    static String service(ReplaySource source) {
        return switch (source) {
            case UPLOADS -> "ingest";
            case AUDIO -> "features";
            case FEATURES -> "predict";
            case PREDICTIONS -> "ensemble";
            case ORDERS -> "mix";
        };
    }

    /** Never forward: that would leave records out. */
    private Optional<GroupMove> move(ConsumerGroup group, Topic topic, Starts starts) {
        String name = settings.catalogue().name(topic);
        if (!group.reads(name)) {
            return Optional.empty();
        }
        var partitions = log.partitions(topic).stream()
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        var ends = log.ends(partitions);
        var moved = new ArrayList<PartitionMove>();
        for (TopicPartition partition : partitions) {
            var position = group.positions().get(partition);
            long to = starts.of(partition);
            if (position != null && to < position.offset()) {
                moved.add(new PartitionMove(partition.partition(), position.offset(), to, ends.get(partition)));
            }
        }
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(new GroupMove(group.id(), group.service(), name, group.members(), moved));
    }

    /** Newer than every epoch that the groups had, whatever this machine's clock says. */
    private Epoch epoch(List<ConsumerGroup> readers, boolean joint) {
        long newest = readers.stream()
                .flatMap(group -> group.positions().values().stream())
                .map(position -> Epoch.inMetadata(position.metadata()))
                .flatMap(Optional::stream)
                .mapToLong(Epoch::number)
                .max()
                .orElse(0);
        return new Epoch(Math.max(clock.millis(), newest + 1), joint);
    }

    /** Where the reading of each partition begins. */
    private record Starts(
            ReplaySource source,
            Map<TopicPartition, Long> offsets,
            Map<Integer, Instant> times,
            Optional<String> note) {
        static Starts find(LogScan log, ReplaySource source, Optional<Instant> since) {
            var partitions = source.topics().stream()
                    .flatMap(topic -> log.partitions(topic).stream())
                    .toList();
            var times = new HashMap<Integer, Instant>();
            since.ifPresent(time -> partitions.forEach(partition -> times.put(partition.partition(), time)));
            Optional<String> note = Optional.empty();
            if (source.needsAudio()) {
                note = withinAudio(log, times, since);
            }
            var offsets = new HashMap<>(log.beginnings(partitions));
            var asked = new HashMap<TopicPartition, Instant>();
            for (TopicPartition partition : partitions) {
                if (times.containsKey(partition.partition())) {
                    asked.put(partition, times.get(partition.partition()));
                }
            }
            offsets.putAll(log.at(asked));
            return new Starts(source, offsets, times, note);
        }

        /** Of tracks whose sound has expired nothing can be mixed. */
        private static Optional<String> withinAudio(LogScan log, Map<Integer, Instant> times, Optional<Instant> since) {
            Instant latest = null;
            var partitions = log.partitions(Topic.AUDIO);
            var beginnings = log.beginnings(partitions);
            var ends = log.ends(partitions);
            for (TopicPartition partition : partitions) {
                long beginning = beginnings.get(partition);
                if (beginning == 0) {
                    continue;
                }
                var first = log.first(partition, beginning, ends.get(partition));
                Instant kept = first.map(record -> Instant.ofEpochMilli(record.timestamp()))
                        .orElseGet(Instant::now);
                if (since.isEmpty() || since.get().isBefore(kept)) {
                    times.put(partition.partition(), kept);
                    latest = latest == null || kept.isAfter(latest) ? kept : latest;
                }
            }
            return Optional.ofNullable(latest)
                    .map(time -> "decoded sound is kept only since " + time.truncatedTo(ChronoUnit.SECONDS)
                            + "; older tracks need a replay from uploads");
        }

        long of(TopicPartition partition) {
            return offsets.get(partition);
        }

        /** Whether what the order is of will be read again. */
        boolean covers(OrderCatalogue.Ordered order) {
            if (source == ReplaySource.AUDIO) {
                return offsets.entrySet().stream()
                        .anyMatch(start -> start.getKey().partition() == order.audioPartition()
                                && order.audioFirst() >= start.getValue());
            }
            if (source == ReplaySource.ORDERS) {
                return offsets.entrySet().stream()
                        .anyMatch(start ->
                                start.getKey().partition() == order.partition() && order.offset() >= start.getValue());
            }
            Instant start = times.get(order.partition());
            return start == null || order.atMs() >= start.toEpochMilli();
        }
    }
}
