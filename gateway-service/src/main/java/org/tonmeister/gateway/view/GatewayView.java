package org.tonmeister.gateway.view;

import io.micrometer.core.instrument.MeterRegistry;
import org.tonmeister.gateway.pipeline.DeadLetters;
import org.tonmeister.gateway.pipeline.PipelineMonitor;
import org.tonmeister.pipeline.management.ManagedComponent;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Everything the gateway reads of the topics, in one component. {@link #ready()} says when the tracks are all known. */
public final class GatewayView implements ManagedComponent {
    /** Names the group: {@code prefix-gateway}. */
    public static final String STAGE = "gateway";

    /**
     * @param settings how to reach Kafka; the copy of the tracks lies in its folder for temporary files and is made again
     *     from the topics where that is empty
     * @param meters where the metrics go
     */
    public GatewayView(PipelineSettings settings, MeterRegistry meters) {
        throw new UnsupportedOperationException("under construction");
    }

    /** The tracks. */
    public TrackView tracks() {
        throw new UnsupportedOperationException("under construction");
    }

    /** The dead letters. */
    public DeadLetters deadLetters() {
        throw new UnsupportedOperationException("under construction");
    }

    /** The state of the pipeline. */
    public PipelineMonitor monitor() {
        throw new UnsupportedOperationException("under construction");
    }

    @Override
    public void start() {}

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public void close() {}
}
