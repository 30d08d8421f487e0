package org.tonmeister.predict.ensemble;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.UploadAccount;

/** Orders remixes of uploads that are still remembered, and forgets those that were deleted. */
final class RequestProcessor implements Processor<String, MixRequest, String, SpecificRecordBase> {
    private final UploadLedger ledger;
    private final EnsembleTelemetry telemetry;
    private final long retentionDays;

    private ProcessorContext<String, SpecificRecordBase> context;
    private UploadStore uploads;
    private DeletionStore deletions;
    private AnswerSender sender;

    RequestProcessor(EnsembleSettings settings, EnsembleTelemetry telemetry) {
        this.telemetry = telemetry;
        this.ledger = new UploadLedger(settings);
        this.retentionDays = Math.max(1, settings.retention().toDays());
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecordBase> context) {
        this.context = context;
        this.uploads = new UploadStore(context);
        this.deletions = new DeletionStore(context);
        this.sender = new AnswerSender(context, telemetry);
    }

    @Override
    public void process(Record<String, MixRequest> record) {
        telemetry.work(context, Topic.MIX_REQUESTS, record, handedOn -> answer(record, handedOn));
    }

    private void answer(Record<String, MixRequest> record, Headers handedOn) {
        var request = record.value();
        String trackId = record.key();
        var deleted = TextHeader.read(record.headers(), RecordHeaders.DELETED_UP_TO);
        if (request == null && trackId != null && deleted.isPresent()) {
            delete(trackId, deleted.get(), handedOn);
            return;
        }
        if (request == null || trackId == null || trackId.isBlank()) {
            throw new IllegalArgumentException("A mix request needs a value, and the id of the track as its key");
        }
        var uploadId = Optional.ofNullable(request.getUploadId()).or(() -> uploads.latest(trackId));
        var account = uploadId.flatMap(id -> uploads.find(trackId, id));
        if (account.isEmpty()) {
            sender.send(
                    Answer.rejected(
                                    trackId,
                                    uploadId.orElse(""),
                                    RejectionReason.UNKNOWN_TRACK,
                                    unknown(trackId, uploadId))
                            .to(request.getRequestId()),
                    handedOn);
            return;
        }
        var entry = ledger.remix(account.get(), request.getOptions(), context.currentSystemTimeMs());
        uploads.save(entry.account());
        sender.send(entry.answer().to(request.getRequestId()), handedOn);
    }

    /** In the deletion's own partition its place decides what it means; elsewhere, that the upload is known by now. */
    private void delete(String trackId, String upToUploadId, Headers handedOn) {
        long now = context.currentSystemTimeMs();
        deletions.mark(trackId, upToUploadId, now);
        for (UploadAccount account : uploads.ofTrack(trackId)) {
            String uploadId = account.getUploadId();
            if (!partition(uploadId).equals(partition(upToUploadId))) {
                deletions.mark(trackId, uploadId, now);
            }
            if (deletions.covers(trackId, uploadId)) {
                uploads.forget(account);
                if (account.getRevisions().isEmpty()) {
                    // Somebody may wait for its mix.
                    sender.send(
                            Answer.rejected(trackId, uploadId, RejectionReason.UNKNOWN_TRACK, deletedText(trackId)),
                            handedOn);
                }
            }
        }
    }

    private static String partition(String uploadId) {
        return uploadId.substring(0, Math.max(0, uploadId.indexOf('-')));
    }

    private static String deletedText(String trackId) {
        return "Track '" + trackId + "' was deleted; upload it again";
    }

    private String unknown(String trackId, Optional<String> uploadId) {
        if (uploadId.isPresent() ? deletions.covers(trackId, uploadId.get()) : deletions.knows(trackId)) {
            return deletedText(trackId);
        }
        return uploadId.map(id -> "No upload " + id + " of track '" + trackId + "'")
                        .orElse("No upload of track '" + trackId + "'")
                + " is remembered: there was none in the last " + retentionDays + " days; upload it again";
    }
}
