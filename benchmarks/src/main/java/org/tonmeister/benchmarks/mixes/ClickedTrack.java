package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.util.Random;
import org.tonmeister.audio.mixdown.Track;

/** A track with a jump in every period, at a random place of it: what a search for clicks must find. */
final class ClickedTrack implements Track {
    private static final double PERIOD_SECONDS = 2;
    private static final double DECAY_SECONDS = 0.002;

    private final Track track;
    private final float height;
    private final long seed;

    /** @param height of the jump, full scale 1; it decays within milliseconds */
    ClickedTrack(Track track, double height, long seed) {
        this.track = track;
        this.height = (float) height;
        this.seed = seed;
    }

    /** How many jumps a track of that length gets. */
    static int clicksIn(double seconds) {
        return (int) (seconds / PERIOD_SECONDS);
    }

    @Override
    public int sampleRate() {
        return track.sampleRate();
    }

    @Override
    public void read(BlockSink sink) throws IOException {
        var random = new Random(seed);
        int period = (int) (PERIOD_SECONDS * sampleRate());
        float decay = (float) Math.exp(-1 / (DECAY_SECONDS * sampleRate()));
        // The frame within the period, the place of the jump in it, and what is left of the last jump.
        int[] at = {0, jump(random, period)};
        float[] added = {0};
        track.read((block, frames) -> {
            for (int i = 0; i < frames; i++) {
                added[0] = at[0] == at[1] ? height : added[0] * decay;
                block[0][i] += added[0];
                block[1][i] += added[0];
                if (++at[0] == period) {
                    at[0] = 0;
                    at[1] = jump(random, period);
                }
            }
            sink.accept(block, frames);
        });
    }

    /** Not at the very edges, so that two jumps are two. */
    private static int jump(Random random, int period) {
        return period / 8 + random.nextInt(period * 3 / 4);
    }
}
