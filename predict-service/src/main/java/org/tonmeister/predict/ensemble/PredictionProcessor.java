package org.tonmeister.predict.ensemble;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.UploadAccount;

/** Enters predictions into the accounts of their uploads, and looks after deadlines and old accounts. */
final class PredictionProcessor implements Processor<String, Prediction, String, SpecificRecordBase> {
    static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
    static final Duration REVIEW_INTERVAL = Duration.ofSeconds(1);
    private static final int ACCOUNTS_PER_SWEEP = 1000;

    private final UploadLedger ledger;
    private final long retentionMs;
    /** Keys of the accounts in which some model is complete and others are waited for. */
    private final Set<String> waiting = new HashSet<>();

    /** Whether {@link #waiting} knows what the store held at the start. */
    private boolean restored;

    private ProcessorContext<String, SpecificRecordBase> context;
    private UploadStore uploads;
    private AnswerSender sender;
    private IntakeLog intakes;

    PredictionProcessor(EnsembleSettings settings) {
        this.ledger = new UploadLedger(settings);
        this.retentionMs = settings.retention().toMillis();
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecordBase> context) {
        this.context = context;
        this.uploads = new UploadStore(context);
        this.sender = new AnswerSender(context);
        this.intakes = new IntakeLog(context);
        context.schedule(REVIEW_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::review);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, Prediction> record) {
        var prediction = record.value();
        if (prediction == null) {
            throw new IllegalArgumentException("A prediction without a value");
        }
        String trackId = prediction.getTrackId();
        String uploadId = prediction.getUploadId();
        var before = uploads.find(trackId, uploadId).orElseGet(() -> UploadLedger.open(trackId, uploadId));
        var entry = ledger.add(before, prediction, context.currentSystemTimeMs());
        intakes.note(entry.intake(), prediction);
        if (entry.intake() == Entry.Intake.ADDED) {
            if (prediction.getWindow() == 0) {
                uploads.seen(trackId, uploadId);
            }
            keep(entry, record.headers());
        }
    }

    private void review(long nowMs) {
        if (!restored) {
            uploads.each(this::watch);
            restored = true;
        }
        for (String key : List.copyOf(waiting)) {
            uploads.find(key)
                    .ifPresentOrElse(
                            account -> {
                                var entry = ledger.review(account, nowMs);
                                if (!entry.answer().isEmpty()) {
                                    keep(entry, new RecordHeaders());
                                }
                            },
                            () -> waiting.remove(key));
        }
    }

    private void sweep(long nowMs) {
        waiting.removeAll(uploads.sweep(ACCOUNTS_PER_SWEEP, account -> nowMs - account.getTouched() >= retentionMs));
    }

    private void keep(Entry entry, Headers cause) {
        uploads.save(entry.account());
        watch(entry.account());
        sender.send(entry.answer(), cause);
    }

    private void watch(UploadAccount account) {
        if (account.getWaitingSince() == 0) {
            waiting.remove(UploadStore.key(account));
        } else {
            waiting.add(UploadStore.key(account));
        }
    }
}
