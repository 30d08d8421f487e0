package org.tonmeister.mix;

import java.time.InstantSource;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ProgressState;

/**
 * Tells how far the mix of an order is. Each word is a transaction of its own, so there are few of them: one at the
 * beginning, and one for every two seconds of work.
 */
final class MixProgress {
    private static final long MS_BETWEEN = 2_000;
    /** A track is read once to survey it and once to render it; with a loudness target or a lossy format, more often. */
    private static final int EXPECTED_READS = 2;
    /** As long as it is not finished. */
    private static final double MOST = 0.95;

    private final StageContext context;
    private final MixOrder order;
    private final InstantSource clock;
    private long nextMs;
    private long framesRead;

    MixProgress(StageContext context, MixOrder order, InstantSource clock) {
        this.context = context;
        this.order = order;
        this.clock = clock;
    }

    /** The work begins. */
    void begin() {
        tell();
    }

    /** So many more frames have been read of the track. */
    void read(int frames) {
        framesRead += frames;
        if (clock.millis() >= nextMs) {
            tell();
        }
    }

    private void tell() {
        nextMs = clock.millis() + MS_BETWEEN;
        double fraction = Math.min(MOST, (double) framesRead / Math.max(1, EXPECTED_READS * order.getFrames()));
        context.progress(order.getTrackId(), order.getUploadId(), OrderHandler.STAGE, ProgressState.RUNNING, fraction);
        context.commitSlice();
    }
}
