package org.tonmeister.predict.ensemble;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.predict.ensemble.Entry.Intake;
import org.tonmeister.schemas.record.Prediction;

/** Counts what the ledger does with predictions, as metrics of the task, and tells of those it cannot count. */
final class IntakeLog {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeLog.class);

    private final Map<Intake, Sensor> sensors = new EnumMap<>(Intake.class);

    IntakeLog(ProcessingContext context) {
        String task = context.taskId().toString();
        for (Intake intake : Intake.values()) {
            String name =
                    "predictions-" + intake.name().toLowerCase(Locale.ROOT).replace('_', '-');
            sensors.put(intake, context.metrics().addRateTotalSensor("ensemble", task, name, RecordingLevel.INFO));
        }
    }

    void note(Intake intake, Prediction prediction) {
        sensors.get(intake).record();
        if (intake == Intake.GAP) {
            LOG.atWarn()
                    .addKeyValue("trackId", prediction.getTrackId())
                    .addKeyValue("uploadId", prediction.getUploadId())
                    .addKeyValue("model", prediction.getModel())
                    .addKeyValue("window", prediction.getWindow())
                    .log("A window came without its predecessors and is left out; replay the track from its beginning");
        }
    }
}
