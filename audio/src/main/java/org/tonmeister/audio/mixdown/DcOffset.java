package org.tonmeister.audio.mixdown;

/**
 * How far the channels of a track stand off zero. It cannot be heard, but takes room from what can, gains and a low shelf
 * lift it by up to 36 dB, and a compressor makes it move.
 *
 * @param whole the larger magnitude of the channels' means over the whole track, full scale 1
 * @param longest the largest magnitude of a channel's mean over any {@value #STRETCH_SECONDS} s: an offset may wander
 */
record DcOffset(double whole, double longest) {
    /** −96 dBFS: even 36 dB above it are below −60 dBFS. */
    private static final double NEGLIGIBLE = 1.6e-5;

    /** −50 dBFS: the waves of a loud bass, cut off anywhere, have means of up to −70 dBFS. */
    private static final double NEGLIGIBLE_STRETCH = 3e-3;

    private static final double STRETCH_SECONDS = 3;

    /** Whether a mix should not carry it on. */
    boolean matters() {
        return whole >= NEGLIGIBLE || longest >= NEGLIGIBLE_STRETCH;
    }

    /** The larger of the two. */
    double magnitude() {
        return Math.max(whole, longest);
    }

    /** Measures it. */
    static final class Meter {
        private final int stretchFrames;
        private final double[] stretch = new double[2];
        private final double[] whole = new double[2];
        private double longest;
        private int inStretch;
        private long frames;

        Meter(double sampleRate) {
            stretchFrames = (int) (STRETCH_SECONDS * sampleRate);
        }

        void add(float[][] block, int count) {
            for (int done = 0; done < count; ) {
                int part = Math.min(count - done, stretchFrames - inStretch);
                for (int channel = 0; channel < 2; channel++) {
                    stretch[channel] += sum(block[channel], done, part);
                }
                inStretch += part;
                done += part;
                if (inStretch == stretchFrames) {
                    longest = Math.max(longest, larger(stretch) / stretchFrames);
                    endStretch();
                }
            }
        }

        /** The offset of all that was added. Nothing may be added afterwards. */
        DcOffset result() {
            endStretch();
            return frames == 0 ? new DcOffset(0, 0) : new DcOffset(larger(whole) / frames, longest);
        }

        private void endStretch() {
            for (int channel = 0; channel < 2; channel++) {
                whole[channel] += stretch[channel];
                stretch[channel] = 0;
            }
            frames += inStretch;
            inStretch = 0;
        }

        private static double larger(double[] sums) {
            return Math.max(Math.abs(sums[0]), Math.abs(sums[1]));
        }

        private static double sum(float[] samples, int offset, int count) {
            double sum = 0;
            for (int i = offset; i < offset + count; i++) {
                sum += samples[i];
            }
            return sum;
        }
    }
}
