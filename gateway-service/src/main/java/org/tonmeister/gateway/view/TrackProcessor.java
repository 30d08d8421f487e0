package org.tonmeister.gateway.view;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.record.TrackState;

/**
 * Enters the records of one topic into the states of their tracks, and sends on what has changed; no value: the track is
 * gone.
 *
 * @param <V> the topic's record
 */
final class TrackProcessor<V> implements Processor<String, V, String, TrackState> {
    /** The rule for one kind of record. */
    @FunctionalInterface
    interface Rule<V> {
        /** The state after it; {@code before} is null where there is none. */
        TrackState apply(String trackId, TrackState before, V value, long at);
    }

    private final Rule<V> rule;
    private ProcessorContext<String, TrackState> context;
    private TrackStore tracks;

    TrackProcessor(Rule<V> rule) {
        this.rule = rule;
    }

    @Override
    public void init(ProcessorContext<String, TrackState> context) {
        this.context = context;
        this.tracks = new TrackStore(context.getStateStore(TrackStore.NAME));
    }

    @Override
    public void process(Record<String, V> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        TrackState before = tracks.find(record.key());
        TrackState after = rule.apply(record.key(), before, record.value(), record.timestamp());
        if (after == null || after.equals(before)) {
            return;
        }
        TrackState fitting = StateSize.fitting(after);
        tracks.save(fitting);
        boolean wasThere = !TrackLedger.isGone(before);
        boolean isThere = !TrackLedger.isGone(fitting);
        if (wasThere || isThere) {
            context.forward(new Record<>(
                    record.key(), isThere ? fitting : null, context.currentSystemTimeMs(), new RecordHeaders()));
        }
        if (!wasThere || !isThere) {
            // Somebody waits to see that his upload or deletion has arrived.
            context.commit();
        }
    }
}
