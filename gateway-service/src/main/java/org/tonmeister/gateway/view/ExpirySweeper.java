package org.tonmeister.gateway.view;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.record.TrackState;

/** Takes expired mixes out of the states, and forgets tracks of which nothing is left. */
final class ExpirySweeper implements Processor<String, TrackState, String, TrackState> {
    static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int STATES_PER_SWEEP = 1000;

    private final Supplier<Retention> retention;
    private ProcessorContext<String, TrackState> context;
    private TrackStore tracks;

    ExpirySweeper(Supplier<Retention> retention) {
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, TrackState> context) {
        this.context = context;
        this.tracks = new TrackStore(context.getStateStore(TrackStore.NAME));
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
    }

    /** Passes on what the others have entered. */
    @Override
    public void process(Record<String, TrackState> record) {
        context.forward(record);
    }

    private void sweep(long nowMs) {
        for (TrackState state : tracks.next(STATES_PER_SWEEP)) {
            if (Expiry.isForgotten(state, retention.get(), nowMs)) {
                tracks.forget(state.getTrackId());
                if (!TrackLedger.isGone(state)) {
                    send(state.getTrackId(), null, nowMs);
                }
                continue;
            }
            TrackState kept = Expiry.kept(state, retention.get(), nowMs);
            if (kept != state) {
                tracks.save(kept);
                send(state.getTrackId(), kept, nowMs);
            }
        }
    }

    private void send(String trackId, TrackState state, long nowMs) {
        context.forward(new Record<>(trackId, state, nowMs, new RecordHeaders()));
    }
}
