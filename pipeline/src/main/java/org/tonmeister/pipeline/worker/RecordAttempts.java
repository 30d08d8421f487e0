package org.tonmeister.pipeline.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.schemas.record.Progress;

/** Lets the handler work on a record, again after a fault, and turns a record that is given up into a dead letter. */
final class RecordAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(RecordAttempts.class);
    private static final int MAX_FAULTS = 3;

    private final StageParts parts;
    private final StageHandler handler;
    private final Cancellation cancellation;
    private final SliceCommitter committer;

    RecordAttempts(StageParts parts, StageHandler handler, Cancellation cancellation, SliceCommitter committer) {
        this.parts = parts;
        this.handler = handler;
        this.cancellation = cancellation;
        this.committer = committer;
    }

    /**
     * Works on the record to its end, good or bad.
     *
     * @throws CancelledWorkException if the work was called off
     */
    CompletedRecord complete(ConsumerRecord<byte[], byte[]> record, String epoch) {
        try (var scope = RecordScope.open(parts.configuration(), record)) {
            try {
                var completed = attempt(record, epoch, scope);
                scope.end(completed);
                return completed;
            } catch (CancelledWorkException e) {
                scope.cancelled();
                throw e;
            }
        }
    }

    private CompletedRecord attempt(ConsumerRecord<byte[], byte[]> record, String epoch, RecordScope scope) {
        var backoff = new Backoff();
        int faults = 0;
        while (true) {
            var context = new RecordContext(parts, record, epoch, cancellation, committer, scope);
            try {
                handler.handle(record, context);
                return new CompletedRecord(
                        record, epoch, context.identity(), context.finish(), context.notes(), Optional.empty());
            } catch (CancelledWorkException e) {
                throw e;
            } catch (RejectedException e) {
                rethrowIfCancelled(context);
                return givenUp(record, epoch, context.identity(), Failure.rejected(e), scope);
            } catch (RetriableException e) {
                rethrowIfCancelled(context);
                log(record, e, "Kafka did not answer the handler; trying again");
            } catch (LinkageError e) {
                // No record's fault: this installation does not fit together, and would kill record after record.
                throw e;
            } catch (Throwable e) {
                // An Error too: a file that exhausts the stack or the heap must not stop those behind it.
                rethrowIfCancelled(context);
                parts.metrics().attemptFailed();
                scope.fault(e);
                if (++faults == 1) {
                    logWithTrace(record, e);
                }
                if (faults == MAX_FAULTS) {
                    return givenUp(
                            record,
                            epoch,
                            context.identity(),
                            Failure.failed(parts.configuration().stage(), e),
                            scope);
                }
            }
            cancellation.pause(backoff.next());
        }
    }

    /** A completed record whose outputs the broker will never take: its dead letter in their place. */
    CompletedRecord refused(CompletedRecord completed, Throwable cause) {
        var failure = Failure.failed(parts.configuration().stage(), cause);
        logWithTrace(completed.record(), cause);
        if (completed.failure().isEmpty()) {
            try (var scope = RecordScope.open(parts.configuration(), completed.record())) {
                scope.fault(cause);
                var letter = givenUp(completed.record(), completed.epoch(), completed.identity(), failure, scope);
                scope.end(letter);
                return letter;
            }
        }
        // It was the dead letter itself.
        Output bare = parts.deadLetters().bare(completed.record(), failure);
        return new CompletedRecord(
                completed.record(),
                completed.epoch(),
                completed.identity(),
                List.of(bare),
                RecordNotes.NONE,
                Optional.of(failure));
    }

    private CompletedRecord givenUp(
            ConsumerRecord<byte[], byte[]> record,
            String epoch,
            Optional<TrackIdentity> identity,
            Failure failure,
            RecordScope scope) {
        var outputs = new ArrayList<Output>();
        outputs.add(parts.deadLetters().of(record, failure));
        identity.map(track -> progress(track, failure))
                .map(progress -> parts.progressRecords().of(progress, scope.traceHeaders()))
                .ifPresent(outputs::add);
        LOG.atWarn()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("trackId", identity.map(TrackIdentity::trackId).orElse(""))
                .addKeyValue("reason", failure.reason())
                .log("Record {}: dead letter", failure.state().name().toLowerCase(Locale.ROOT));
        return new CompletedRecord(
                record, epoch, identity, List.copyOf(outputs), RecordNotes.NONE, Optional.of(failure));
    }

    private Progress progress(TrackIdentity track, Failure failure) {
        return track.progress(parts.configuration().stage(), failure.state(), 0.0, failure.reason());
    }

    /** Whatever a handler throws after the work was called off is a consequence of that. */
    private void rethrowIfCancelled(RecordContext context) {
        context.rethrowIfBroken();
        if (cancellation.isCancelled()) {
            throw new CancelledWorkException("the handler ended after the work was called off");
        }
    }

    private void logWithTrace(ConsumerRecord<byte[], byte[]> record, Throwable fault) {
        LOG.atError()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .setCause(fault)
                .log("A fault while working on a record");
    }

    private void log(ConsumerRecord<byte[], byte[]> record, RetriableException fault, String message) {
        LOG.atWarn()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("error", fault.getMessage())
                .log(message);
    }
}
