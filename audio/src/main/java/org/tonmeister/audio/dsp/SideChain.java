package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.StereoKWeighting;

/** What the compressor listens to: the K-weighted power of both channels, summed up block by block. */
final class SideChain {
    /** Full blocks at 44.1 and 48 kHz; elsewhere so many frames that a block stays about as long in time. */
    private static final int BLOCK_FRAMES = 32;

    private static final double BLOCK_RATE = 44_100;

    /** The offset of BS.1770-4, equation 2. */
    private static final double LOUDNESS_OFFSET = -0.691;

    /** Far below any level that compresses; keeps the logarithm finite in silence. */
    private static final double SILENCE = 1e-15;

    private final int blockFrames;
    private final StereoKWeighting weighting;
    private double lastLeft;
    private double lastRight;

    SideChain(double sampleRate) {
        blockFrames = blockFrames(sampleRate);
        weighting = new StereoKWeighting(sampleRate);
    }

    /** The frames of a block: 32 · 2^k, with k such that a block lasts between 0.5 and 1 ms. */
    static int blockFrames(double sampleRate) {
        int frames = BLOCK_FRAMES;
        while (frames * BLOCK_RATE < BLOCK_FRAMES * sampleRate / StrictMath.sqrt(2)) {
            frames *= 2;
        }
        while (frames * BLOCK_RATE > BLOCK_FRAMES * sampleRate * StrictMath.sqrt(2)) {
            frames /= 2;
        }
        return frames;
    }

    /** Adds frames of the current block. */
    void add(float[] l, float[] r, int offset, int frames) {
        weighting.add(l, r, offset, frames);
    }

    /** Ends the current block: its power can be read until the next one ends. */
    void endBlock() {
        lastLeft = weighting.leftEnergy() / blockFrames;
        lastRight = weighting.rightEnergy() / blockFrames;
        weighting.clearEnergies();
    }

    /** The last block's weighted mean square, summed over the channels. */
    double power() {
        return lastLeft + lastRight;
    }

    /**
     * The last block's level in LUFS by its louder channel, as if both were as loud: so a centred source reads its own
     * loudness, and a source on one side is compressed like a centred one of the same channel level.
     */
    double levelLufs() {
        return Decibels.ofPower(2 * Math.max(lastLeft, lastRight) + SILENCE) + LOUDNESS_OFFSET;
    }

    int blockFrames() {
        return blockFrames;
    }
}
