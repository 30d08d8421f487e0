package org.tonmeister.predict;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.tonmeister.pipeline.metrics.TimerBuckets;
import org.tonmeister.pipeline.worker.RejectedException;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.pipeline.worker.StageHandler;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.ParameterRecords;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.ProgressState;

/** One window in, one model's prediction out. */
final class PredictHandler<W extends SpecificRecordBase> implements StageHandler {
    static final String STAGE = "predict";

    private final WindowSource<W> source;
    private final Model<W> model;
    private final Timer inference;

    /**
     * @param model is closed with this handler
     * @param meters where the time goes that the model takes
     */
    PredictHandler(WindowSource<W> source, Model<W> model, MeterRegistry meters) {
        this.source = source;
        this.model = model;
        this.inference = Timer.builder("tonmeister.inference.seconds")
                .description("Time a model takes for a window")
                .serviceLevelObjectives(TimerBuckets.WORK)
                .tag("model", model.name())
                .register(meters);
    }

    @Override
    public void handle(ConsumerRecord<byte[], byte[]> record, StageContext context) throws RejectedException {
        if (isForAnotherModel(record)) {
            return;
        }
        W window = decode(record);
        var origin = source.origin().apply(window);
        context.identify(origin.trackId(), origin.uploadId());
        var estimate = estimate(window);
        context.send(
                Topic.PREDICTIONS,
                origin.trackId(),
                new Prediction(
                        origin.trackId(),
                        origin.uploadId(),
                        origin.pass(),
                        model.name(),
                        model.version(),
                        modelPass(record, context),
                        origin.window(),
                        origin.audio(),
                        estimate.weight(),
                        ParameterRecords.record(estimate.parameters()),
                        origin.closing()));
        if (origin.closing() != null) {
            // A window does not say its length; the last one says the track's.
            context.audio(
                    (double) origin.closing().getFrames() / origin.closing().getSampleRate());
            context.progress(origin.trackId(), origin.uploadId(), STAGE, ProgressState.DONE, 1);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private boolean isForAnotherModel(ConsumerRecord<byte[], byte[]> record) {
        return TextHeader.read(record.headers(), RecordHeaders.REPLAY_MODEL)
                .filter(only -> !only.equals(model.name()))
                .isPresent();
    }

    private static String modelPass(ConsumerRecord<byte[], byte[]> record, StageContext context) {
        return TextHeader.read(record.headers(), RecordHeaders.REPLAY)
                .map(replay -> context.epoch() + "." + replay)
                .orElse(context.epoch());
    }

    private W decode(ConsumerRecord<byte[], byte[]> record) throws RejectedException {
        try {
            return source.serde().decode(record.value());
        } catch (SerializationException e) {
            throw new RejectedException(RejectionReason.UNREADABLE_RECORD, e.getMessage(), e);
        }
    }

    private Estimate estimate(W window) throws RejectedException {
        try {
            return inference.record(() -> model.predict(window));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(
                    RejectionReason.UNREADABLE_RECORD,
                    "Model '" + model.name() + "' cannot read the window: " + e.getMessage(),
                    e);
        }
    }
}
