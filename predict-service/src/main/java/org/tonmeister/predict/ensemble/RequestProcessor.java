package org.tonmeister.predict.ensemble;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.record.MixRequest;

/** Orders remixes of uploads that are still remembered. */
final class RequestProcessor implements Processor<String, MixRequest, String, SpecificRecordBase> {
    private final UploadLedger ledger;
    private final long retentionDays;

    private ProcessorContext<String, SpecificRecordBase> context;
    private UploadStore uploads;
    private AnswerSender sender;

    RequestProcessor(EnsembleSettings settings) {
        this.ledger = new UploadLedger(settings);
        this.retentionDays = Math.max(1, settings.retention().toDays());
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecordBase> context) {
        this.context = context;
        this.uploads = new UploadStore(context);
        this.sender = new AnswerSender(context);
    }

    @Override
    public void process(Record<String, MixRequest> record) {
        var request = record.value();
        String trackId = record.key();
        if (request == null || trackId == null || trackId.isBlank()) {
            throw new IllegalArgumentException("A mix request needs a value, and the id of the track as its key");
        }
        var uploadId = Optional.ofNullable(request.getUploadId()).or(() -> uploads.latest(trackId));
        var account = uploadId.flatMap(id -> uploads.find(trackId, id));
        if (account.isEmpty()) {
            sender.send(
                    Answer.rejected(trackId, uploadId.orElse(""), unknown(trackId, uploadId))
                            .to(request.getRequestId()),
                    record.headers());
            return;
        }
        var entry = ledger.remix(account.get(), request.getOptions(), context.currentSystemTimeMs());
        uploads.save(entry.account());
        sender.send(entry.answer().to(request.getRequestId()), record.headers());
    }

    private String unknown(String trackId, Optional<String> uploadId) {
        return uploadId.map(id -> "No upload " + id + " of track '" + trackId + "'")
                        .orElse("No upload of track '" + trackId + "'")
                + " is remembered: there was none in the last " + retentionDays + " days; upload it again";
    }
}
