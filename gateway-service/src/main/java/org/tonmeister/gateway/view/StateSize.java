package org.tonmeister.gateway.view;

import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.TrackState;

/** Keeps a state within what a record may be, whatever others have written into their records. */
final class StateSize {
    /** Some room for key and framing. */
    static final int MAX_BYTES = Topic.TRACKS.maxRecordBytes() - Topic.Limits.OVERHEAD_BYTES;

    private static final AvroSerde<TrackState> STATES = AvroSerde.of(TrackState.class);

    private StateSize() {}

    /** The state; without its oldest mixes, and in the end without its order, if it is too large with them. */
    static TrackState fitting(TrackState state) {
        TrackState fitting = state;
        while (STATES.encode(fitting).length > MAX_BYTES
                && (!fitting.getMixes().isEmpty() || fitting.getOrder() != null)) {
            int mixes = fitting.getMixes().size();
            fitting = mixes > 0
                    ? TrackState.newBuilder(fitting)
                            .setMixes(fitting.getMixes().subList(0, mixes / 2))
                            .build()
                    : TrackState.newBuilder(fitting).setOrder(null).build();
        }
        return fitting;
    }
}
