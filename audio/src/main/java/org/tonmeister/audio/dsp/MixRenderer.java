package org.tonmeister.audio.dsp;

import java.util.Arrays;

/**
 * Renders a track through a {@link MixChain} and takes its latency away: the output has exactly as many frames as the
 * input, and frame n of the one belongs to frame n of the other.
 */
public final class MixRenderer {
    private final MixChain chain;
    private int toDrop;
    private int toFlush;

    public MixRenderer(MixChain chain) {
        this.chain = chain;
        toDrop = chain.latencyFrames();
    }

    /**
     * Takes the next frames of the track.
     *
     * @param in [2][frames or more], left unchanged unless it is also {@code out}
     * @param out [2][frames or more], may be {@code in}
     * @return how many frames of {@code out} are valid: {@code frames}, fewer at the start of the track
     */
    public int process(float[][] in, int frames, float[][] out) {
        if (in != out) {
            System.arraycopy(in[0], 0, out[0], 0, frames);
            System.arraycopy(in[1], 0, out[1], 0, frames);
        }
        chain.process(out, frames);
        toFlush += Math.min(frames, chain.latencyFrames() - toFlush);
        return keep(out, frames);
    }

    /**
     * Gives the rest after the last input; to be called until it returns 0.
     *
     * @param out [2][1 or more]
     * @return how many frames of {@code out} are valid
     */
    public int flush(float[][] out) {
        while (toFlush > 0 || toDrop > 0) {
            int frames = Math.min(out[0].length, toFlush + toDrop);
            Arrays.fill(out[0], 0, frames, 0);
            Arrays.fill(out[1], 0, frames, 0);
            chain.process(out, frames);
            int kept = keep(out, frames);
            toFlush -= kept;
            if (kept > 0) {
                return kept;
            }
        }
        return 0;
    }

    /** What the chain did so far. */
    public GainReduction gainReduction() {
        return chain.gainReduction();
    }

    /** What the chain did over time. */
    public GainReductionTrace gainReductionTrace() {
        return chain.gainReductionTrace();
    }

    private int keep(float[][] out, int frames) {
        int drop = Math.min(toDrop, frames);
        toDrop -= drop;
        int kept = frames - drop;
        if (drop > 0) {
            System.arraycopy(out[0], drop, out[0], 0, kept);
            System.arraycopy(out[1], drop, out[1], 0, kept);
        }
        return kept;
    }
}
