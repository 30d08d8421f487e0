package org.tonmeister.audio.dsp;

/** A delay of a fixed number of frames, one channel, read and written by blocks. */
final class DelayLine {
    private final float[] ring;
    private int position;

    DelayLine(int frames) {
        ring = new float[frames];
    }

    int frames() {
        return ring.length;
    }

    /** The next {@code frames} samples to come out, at most {@link #frames} of them; {@link #write} takes their place. */
    void read(float[] out, int offset, int frames) {
        int first = Math.min(frames, ring.length - position);
        System.arraycopy(ring, position, out, offset, first);
        System.arraycopy(ring, 0, out, offset + first, frames - first);
    }

    /** Puts in as many samples as were read last. */
    void write(float[] in, int offset, int frames) {
        int first = Math.min(frames, ring.length - position);
        System.arraycopy(in, offset, ring, position, first);
        System.arraycopy(in, offset + first, ring, 0, frames - first);
        position += frames;
        if (position >= ring.length) {
            position -= ring.length;
        }
    }
}
