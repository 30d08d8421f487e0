package org.tonmeister.audio.dsp;

/**
 * One part of the chain. It works on a stereo block in place and keeps its state from block to block, so that the
 * result does not depend on how a track is cut into blocks.
 */
public interface Stage {
    /** Processes {@code frames} frames of both channels from {@code offset} on. */
    void process(float[] left, float[] right, int offset, int frames);

    /**
     * Sets states that have decayed below hearing to zero, because arithmetic on subnormal numbers is many times slower.
     * To be called at fixed positions of the track, at least once a second; a stage without a decaying state does
     * nothing.
     */
    default void settle() {}
}
