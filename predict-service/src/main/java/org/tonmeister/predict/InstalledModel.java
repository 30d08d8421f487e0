package org.tonmeister.predict;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.WindowSource;

/**
 * A model that can be enabled.
 *
 * @param <W> record of a window
 * @param name its name
 * @param source where its windows come from
 * @param maker makes it; each thread has its own
 */
public record InstalledModel<W extends SpecificRecordBase>(
        String name, WindowSource<W> source, Supplier<? extends Model<W>> maker) {
    /** @param meters where the handler's figures go */
    PredictHandler<W> handler(MeterRegistry meters) {
        return new PredictHandler<>(source, maker.get(), meters);
    }
}
