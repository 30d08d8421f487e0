package org.tonmeister.pipeline.worker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.ProgressState;

/** The context of one attempt at one record. */
final class RecordContext implements StageContext {
    private final StageParts parts;
    private final ConsumerRecord<byte[], byte[]> record;
    private final String epoch;
    private final Cancellation cancellation;
    private final SliceCommitter committer;
    private final RecordScope scope;
    private final ProgressThrottle throttle;
    private final OutputBuffer buffer = new OutputBuffer();
    private Optional<TrackIdentity> identity;
    private double audioSeconds;
    private boolean answersUser;
    private Optional<CancelledWorkException> broken = Optional.empty();

    RecordContext(
            StageParts parts,
            ConsumerRecord<byte[], byte[]> record,
            String epoch,
            Cancellation cancellation,
            SliceCommitter committer,
            RecordScope scope) {
        this.parts = parts;
        this.record = record;
        this.epoch = epoch;
        this.cancellation = cancellation;
        this.committer = committer;
        this.scope = scope;
        this.throttle = new ProgressThrottle(parts.configuration().clock());
        this.identity = TrackIdentity.of(parts.configuration().source(), record);
        identity.ifPresent(scope::identify);
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public TopicCatalogue catalogue() {
        return parts.configuration().catalogue();
    }

    @Override
    public void identify(String trackId, String uploadId) {
        identify(trackId, uploadId, null, null);
    }

    @Override
    public void identify(String trackId, String uploadId, String orderId, String requestId) {
        var known = new TrackIdentity(trackId, uploadId, orderId, requestId);
        identity = Optional.of(known);
        scope.identify(known);
    }

    @Override
    public <T extends SpecificRecordBase> void send(Topic topic, String key, T value, Header... headers) {
        send(topic, key, parts.serdes().encode(value), headers);
    }

    @Override
    public void send(Topic topic, String key, byte[] value, Header... headers) {
        var all = new ArrayList<>(List.of(headers));
        addHandedOn(all);
        var output = new Output(
                new ProducerRecord<>(catalogue().name(topic), null, key.getBytes(StandardCharsets.UTF_8), value, all),
                true);
        if (output.bytes() > topic.maxRecordBytes()) {
            throw new IllegalArgumentException("Record of " + output.bytes() + " bytes for "
                    + catalogue().name(topic) + ", which takes " + topic.maxRecordBytes());
        }
        buffer.add(output);
    }

    @Override
    public List<RecordMetadata> commitSlice() {
        checkCancelled();
        try {
            return committer.commitSlice(record, epoch, buffer.take());
        } catch (CancelledWorkException e) {
            broken = Optional.of(e);
            throw e;
        }
    }

    @Override
    public long pendingBytes() {
        return buffer.bytes();
    }

    @Override
    public void progress(String trackId, String uploadId, String stage, ProgressState state, double fraction) {
        var track = identity.filter(known -> known.isOf(trackId, uploadId))
                .orElseGet(() -> new TrackIdentity(trackId, uploadId));
        if (track.isUsable() && throttle.admits(state)) {
            var progress = track.progress(stage, state, fraction, null);
            buffer.add(parts.progressRecords().of(progress, scope.traceHeaders()));
        }
    }

    @Override
    public void audio(double seconds) {
        audioSeconds += seconds;
    }

    @Override
    public void answersUser() {
        answersUser = true;
    }

    @Override
    public boolean cancelled() {
        return cancellation.isCancelled();
    }

    RecordNotes notes() {
        return new RecordNotes(audioSeconds, answersUser);
    }

    Optional<TrackIdentity> identity() {
        return identity.filter(TrackIdentity::isUsable);
    }

    /**
     * What remains to be sent when the handler has returned.
     *
     * @throws CancelledWorkException if the handler kept one to itself
     */
    List<Output> finish() {
        rethrowIfBroken();
        return buffer.take();
    }

    /** Throws what a {@link #commitSlice()} threw, if one did: after that nothing of this attempt counts. */
    void rethrowIfBroken() {
        if (broken.isPresent()) {
            throw broken.get();
        }
    }

    private void addHandedOn(List<Header> headers) {
        for (Header own : scope.handedOn()) {
            if (headers.stream().noneMatch(header -> header.key().equals(own.key()))) {
                headers.add(own);
            }
        }
    }
}
