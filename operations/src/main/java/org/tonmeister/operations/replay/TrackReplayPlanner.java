package org.tonmeister.operations.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.tonmeister.operations.replay.TrackHistory.Placed;
import org.tonmeister.operations.replay.TrackReplay.Span;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.TrackIds;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.LogRange;

/** Finds the records of a track that are to be written again. Writes nothing. */
final class TrackReplayPlanner {
    private static final AvroSerde<AudioChunk> CHUNKS = AvroSerde.of(AudioChunk.class);

    private final PipelineSettings settings;
    private final GroupAdmin groups;
    private final LogScan log;

    TrackReplayPlanner(PipelineSettings settings, GroupAdmin groups, LogScan log) {
        this.settings = settings;
        this.groups = groups;
        this.log = log;
    }

    TrackReplay plan(ReplaySource source, Optional<String> model, String trackId) throws ReplayRefusedException {
        var history = TrackHistory.read(log, trackId);
        String upload = history.latestUpload();
        var draft = new Draft(source, trackId, upload, model);
        return switch (source) {
            case UPLOADS -> upload(draft);
            case AUDIO -> audio(draft, history);
            case FEATURES -> features(draft, history);
            case PREDICTIONS -> predictions(draft, history);
            case ORDERS -> orders(draft, history);
        };
    }

    /** What is known of every kind. */
    private record Draft(ReplaySource source, String trackId, String uploadId, Optional<String> model) {
        TrackReplay of(long records, Map<TopicPartition, Span> spans, String pass, String newPass) {
            return new TrackReplay(source, trackId, uploadId, model, records, spans, pass, newPass, Optional.empty());
        }
    }

    private TrackReplay upload(Draft draft) throws ReplayRefusedException {
        int dash = draft.uploadId().indexOf('-');
        var partition = new TopicPartition(
                settings.catalogue().name(Topic.UPLOADS),
                Integer.parseInt(draft.uploadId().substring(0, dash)));
        long offset = Long.parseLong(draft.uploadId().substring(dash + 1));
        var record = offset < log.beginnings(List.of(partition)).get(partition)
                ? Optional.<ConsumerRecord<byte[], byte[]>>empty()
                : log.first(partition, offset, offset + 1);
        if (record.isEmpty()
                || record.get().value() == null
                || !TrackIds.of(record.get()).equals(draft.trackId())) {
            throw new ReplayRefusedException("the file of track '" + draft.trackId() + "' (upload " + draft.uploadId()
                    + ") is not in uploads any more; publish it again");
        }
        return draft.of(1, Map.of(partition, Span.of(offset)), "", "");
    }

    private TrackReplay audio(Draft draft, TrackHistory history) throws ReplayRefusedException {
        LogRange range = ordered(draft, history).order().getAudio();
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        requireAudio(draft, partition, range.getFirstOffset());
        var first = log.first(partition, range.getFirstOffset(), range.getFirstOffset() + 1)
                .orElseThrow(() -> new ReplayRefusedException(gone(draft)));
        String pass = CHUNKS.decode(first.value()).getPass();
        return draft.of(
                range.getRecords(),
                Map.of(partition, new Span(range.getFirstOffset(), range.getLastOffset())),
                range.getRangeId(),
                Passes.behind(pass));
    }

    private TrackReplay features(Draft draft, TrackHistory history) throws ReplayRefusedException {
        var topics = topics(draft.model());
        Map<String, Map<Topic, Found>> passes = new TreeMap<>(Passes.ORDER);
        for (Topic topic : topics) {
            var partition = history.partition(topic);
            var from = log.at(Map.of(partition, Instant.ofEpochMilli(history.heardOf(draft.uploadId()))));
            log.read(from, record -> {
                if (history.isOf(record)) {
                    find(draft, record, topic, passes);
                }
            });
        }
        if (passes.isEmpty()) {
            throw new ReplayRefusedException("the features of track '" + draft.trackId()
                    + "' are not in the log any more; replay it from audio or uploads");
        }
        String pass = new ArrayList<>(passes.keySet()).get(passes.size() - 1);
        var newest = passes.get(pass);
        boolean whole =
                newest.size() == topics.size() && newest.values().stream().allMatch(Found::isWhole);
        if (!whole) {
            throw new ReplayRefusedException("the features of track '" + draft.trackId()
                    + "' are not complete (yet); if nothing works on it, replay it from audio or uploads");
        }
        var spans = new HashMap<TopicPartition, Span>();
        for (var found : newest.values()) {
            requireAudio(draft, found.audio, found.firstAudio);
            spans.put(found.partition, found.span);
        }
        long records =
                newest.values().stream().mapToLong(found -> found.records).sum();
        return draft.of(records, spans, pass, draft.model().isPresent() ? "" : Passes.behind(pass));
    }

    private void find(
            Draft draft, ConsumerRecord<byte[], byte[]> record, Topic topic, Map<String, Map<Topic, Found>> passes) {
        FeatureRecords.Facts facts;
        try {
            facts = FeatureRecords.of(record);
        } catch (SerializationException e) {
            return;
        }
        if (facts.uploadId().equals(draft.uploadId())) {
            var ofPass = passes.computeIfAbsent(facts.pass(), pass -> new HashMap<>());
            if (facts.window() == 0) {
                // Only the last beginning counts: what was written again for one model lies here too.
                ofPass.put(
                        topic,
                        new Found(
                                record,
                                new TopicPartition(
                                        settings.catalogue().name(Topic.AUDIO),
                                        facts.audio().getPartition()),
                                facts));
            } else if (ofPass.containsKey(topic)) {
                ofPass.get(topic).add(record.offset(), facts);
            }
        }
    }

    /** One pass's records of one topic. */
    private static final class Found {
        private final TopicPartition partition;
        private final TopicPartition audio;
        private final long firstAudio;
        private Span span;
        private int records;
        private boolean whole;

        private Found(ConsumerRecord<byte[], byte[]> first, TopicPartition audio, FeatureRecords.Facts facts) {
            this.partition = new TopicPartition(first.topic(), first.partition());
            this.audio = audio;
            this.firstAudio = facts.audio().getOffset();
            this.span = Span.of(first.offset());
            add(first.offset(), facts);
        }

        private void add(long offset, FeatureRecords.Facts facts) {
            if (facts.window() == records) {
                records++;
                span = span.with(offset);
                whole |= facts.last();
            }
        }

        private boolean isWhole() {
            return whole;
        }
    }

    private List<Topic> topics(Optional<String> model) throws ReplayRefusedException {
        if (model.isEmpty()) {
            return ReplaySource.FEATURES.topics();
        }
        var group = groups.all().get("predict-" + model.get());
        if (group == null) {
            throw new ReplayRefusedException("no model '" + model.get() + "' has worked here");
        }
        return ReplaySource.FEATURES.topics().stream()
                .filter(topic -> group.reads(settings.catalogue().name(topic)))
                .toList();
    }

    private TrackReplay predictions(Draft draft, TrackHistory history) throws ReplayRefusedException {
        var newest = ordered(draft, history);
        requireAudio(draft, newest);
        var own = history.orders(draft.uploadId()).stream()
                .filter(placed -> placed.order().getRequestId() == null)
                .reduce((first, second) -> second)
                .orElse(newest);
        return new TrackReplay(
                draft.source(),
                draft.trackId(),
                draft.uploadId(),
                Optional.empty(),
                1,
                Map.of(history.partition(Topic.MIX_REQUESTS), Span.of(0)),
                "",
                "",
                Optional.of(own.order().getOptions()));
    }

    private TrackReplay orders(Draft draft, TrackHistory history) throws ReplayRefusedException {
        var newest = ordered(draft, history);
        requireAudio(draft, newest);
        return draft.of(1, Map.of(newest.partition(), Span.of(newest.offset())), "", "");
    }

    private static Placed ordered(Draft draft, TrackHistory history) throws ReplayRefusedException {
        return history.newestOrder(draft.uploadId())
                .orElseThrow(() -> new ReplayRefusedException(
                        "no mix of track '" + draft.trackId() + "' has been ordered (yet); replay it from uploads"));
    }

    private void requireAudio(Draft draft, Placed order) throws ReplayRefusedException {
        var audio = order.order().getAudio();
        requireAudio(draft, new TopicPartition(audio.getTopic(), audio.getPartition()), audio.getFirstOffset());
    }

    private void requireAudio(Draft draft, TopicPartition partition, long first) throws ReplayRefusedException {
        if (log.beginnings(List.of(partition)).get(partition) > first) {
            throw new ReplayRefusedException(gone(draft));
        }
    }

    private static String gone(Draft draft) {
        return "the decoded sound of track '" + draft.trackId() + "' has expired; replay it from uploads";
    }
}
