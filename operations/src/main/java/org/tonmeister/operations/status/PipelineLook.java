package org.tonmeister.operations.status;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Looks at the pipeline when asked. Remembers the look before, for the rates. Not thread-safe. */
public final class PipelineLook {
    private final Inspection inspection;
    private Look before;

    /** @param admin stays the caller's to close */
    public PipelineLook(Admin admin, PipelineSettings settings) {
        this.inspection = new Inspection(admin, settings);
    }

    /**
     * The pipeline now; rates since the last call, 0 at the first.
     *
     * @param deadLetters how many there are that were not redriven
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public PipelineStatus now(long deadLetters) {
        try {
            Look look = inspection.look(Instant.now());
            var status = look.since(before == null ? look : before, deadLetters);
            before = look;
            return status;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
