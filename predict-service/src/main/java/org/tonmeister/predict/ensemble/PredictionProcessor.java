package org.tonmeister.predict.ensemble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.UploadAccount;

/** Enters predictions into the accounts of their uploads, and looks after deadlines and old accounts. */
final class PredictionProcessor implements Processor<String, Prediction, String, SpecificRecordBase> {
    static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
    static final Duration REVIEW_INTERVAL = Duration.ofSeconds(1);
    private static final int ACCOUNTS_PER_SWEEP = 1000;
    /** So long a deleted upload may be read again by a replay. */
    private static final Duration DELETIONS_KEPT = Topic.UPLOADS.retention();

    private final UploadLedger ledger;
    private final EnsembleTelemetry telemetry;
    private final long retentionMs;
    private final boolean hasDeadline;
    /** Keys of the accounts in which some model is complete and others are waited for; kept for a deadline only. */
    private final Set<String> waiting = new HashSet<>();

    private ProcessorContext<String, SpecificRecordBase> context;
    private UploadStore uploads;
    private DeletionStore deletions;
    private AnswerSender sender;
    private IntakeLog intakes;
    private Cancellable firstReview;

    PredictionProcessor(EnsembleSettings settings, EnsembleTelemetry telemetry) {
        this.telemetry = telemetry;
        this.ledger = new UploadLedger(settings);
        this.retentionMs = settings.retention().toMillis();
        this.hasDeadline = settings.deadline().isPresent();
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecordBase> context) {
        this.context = context;
        this.uploads = new UploadStore(context);
        this.deletions = new DeletionStore(context);
        this.sender = new AnswerSender(context, telemetry);
        this.intakes = new IntakeLog(context);
        firstReview = context.schedule(REVIEW_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::reviewAll);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, Prediction> record) {
        telemetry.work(context, Topic.PREDICTIONS, record, handedOn -> enter(record.value(), handedOn));
    }

    private void enter(Prediction prediction, Headers handedOn) {
        if (prediction == null) {
            throw new IllegalArgumentException("A prediction without a value");
        }
        String trackId = prediction.getTrackId();
        String uploadId = prediction.getUploadId();
        if (deletions.covers(trackId, uploadId)) {
            intakes.note(Entry.Intake.DELETED, prediction);
            return;
        }
        var before = uploads.find(trackId, uploadId).orElseGet(() -> UploadLedger.open(trackId, uploadId));
        var entry = ledger.add(before, prediction, context.currentSystemTimeMs());
        intakes.note(entry.intake(), prediction);
        if (entry.intake() == Entry.Intake.ADDED) {
            if (prediction.getWindow() == 0) {
                uploads.seen(trackId, uploadId);
            }
            keep(entry, handedOn);
        }
    }

    /** Once, after a start: another deadline or fewer models may be set than before. */
    private void reviewAll(long nowMs) {
        firstReview.cancel();
        var found = new ArrayList<UploadAccount>();
        uploads.each(account -> {
            if (account.getWaitingSince() != 0) {
                found.add(account);
            }
        });
        found.forEach(account -> {
            watch(account);
            review(account, nowMs);
        });
        if (hasDeadline) {
            context.schedule(REVIEW_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::reviewWaiting);
        }
    }

    private void reviewWaiting(long nowMs) {
        for (String key : List.copyOf(waiting)) {
            uploads.find(key).ifPresentOrElse(account -> review(account, nowMs), () -> waiting.remove(key));
        }
    }

    private void review(UploadAccount account, long nowMs) {
        var entry = ledger.review(account, nowMs);
        if (!entry.answer().isEmpty()) {
            keep(entry, new RecordHeaders());
        }
    }

    private void sweep(long nowMs) {
        waiting.removeAll(uploads.sweep(ACCOUNTS_PER_SWEEP, account -> nowMs - account.getTouched() >= retentionMs));
        deletions.sweep(nowMs - DELETIONS_KEPT.toMillis());
    }

    private void keep(Entry entry, Headers handedOn) {
        uploads.save(entry.account());
        watch(entry.account());
        sender.send(entry.answer(), handedOn);
    }

    private void watch(UploadAccount account) {
        if (hasDeadline && account.getWaitingSince() != 0) {
            waiting.add(UploadStore.key(account));
        } else {
            waiting.remove(UploadStore.key(account));
        }
    }
}
