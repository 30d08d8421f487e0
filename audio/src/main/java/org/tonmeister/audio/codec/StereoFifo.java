package org.tonmeister.audio.codec;

/** Planar stereo samples waiting to be read; grows to the most that ever waits. */
final class StereoFifo {
    private float[][] samples = new float[2][16_384];
    private int start;
    private int end;

    int size() {
        return end - start;
    }

    /** Makes room for {@code frames} more. Fill {@link #array()} from {@link #end()}, then {@link #added(int)}. */
    void reserve(int frames) {
        if (end + frames <= samples[0].length) {
            return;
        }
        int size = size();
        int capacity = Math.max(samples[0].length, Integer.highestOneBit(Math.max(1, size + frames - 1)) << 1);
        for (int c = 0; c < 2; c++) {
            float[] target = capacity == samples[c].length ? samples[c] : new float[capacity];
            System.arraycopy(samples[c], start, target, 0, size);
            samples[c] = target;
        }
        start = 0;
        end = size;
    }

    float[][] array() {
        return samples;
    }

    int end() {
        return end;
    }

    void added(int frames) {
        end += frames;
    }

    /** Moves up to {@code maxFrames} out into {@code block} from {@code offset}; returns how many. */
    int take(float[][] block, int offset, int maxFrames) {
        int frames = Math.min(maxFrames, size());
        for (int c = 0; c < 2; c++) {
            System.arraycopy(samples[c], start, block[c], offset, frames);
        }
        start += frames;
        if (start == end) {
            start = 0;
            end = 0;
        }
        return frames;
    }
}
