package org.tonmeister.audio.analysis;

import org.tonmeister.audio.filter.TruePeakInterpolator;

/**
 * The true peak of a stereo programme after ITU-R BS.1770-4, Annex 2: the largest magnitude of the signal and of its
 * four-fold interpolation. The samples count too, because the interpolator passes between them and weakens
 * tones near Nyquist.
 *
 * <p>The same filter serves every rate. Above 48 kHz that is more oversampling than the Annex asks for, which costs
 * time but reads no lower.
 */
public final class TruePeakMeter {
    /** What silence reads, and the lowest reading: below half a step of 24 bits. */
    public static final double SILENCE_DBTP = -150;

    private static final int BLOCK = 4096;
    /** The interpolator's reach: so many samples may still matter when more follow. */
    private static final int REACH = 2 * TruePeakInterpolator.LATENCY_FRAMES - 1;

    private final Channel left = new Channel();
    private final Channel right = new Channel();

    /** @param sampleRate frames per second, above 0; the filter is the same at every rate */
    public TruePeakMeter(double sampleRate) {
        if (!(sampleRate > 0)) {
            throw new IllegalArgumentException("a true-peak meter needs a sample rate above 0, not " + sampleRate);
        }
    }

    /** Measures the first {@code frames} frames of {@code block}, {@code [2][frames]}. */
    public void add(float[][] block, int frames) {
        left.add(block[0], frames);
        right.add(block[1], frames);
    }

    /**
     * The true peak of both channels in dBTP, at least {@link #SILENCE_DBTP}, as if silence followed. May be asked at
     * any time.
     */
    public double dbtp() {
        double peak = Math.max(left.peak(), right.peak());
        return peak <= 0 ? SILENCE_DBTP : Math.max(SILENCE_DBTP, 20 * StrictMath.log10(peak));
    }

    private static final class Channel {
        private final TruePeakInterpolator interpolator = new TruePeakInterpolator();
        private final float[] points = new float[BLOCK];
        private final float[] last = new float[REACH];
        private float highest;

        void add(float[] samples, int frames) {
            for (int done = 0; done < frames; done += BLOCK) {
                int count = Math.min(BLOCK, frames - done);
                interpolator.peaks(samples, done, count, points, 0);
                highest = Math.max(highest, highest(samples, done, points, count));
            }
            int kept = Math.min(frames, REACH);
            System.arraycopy(last, kept, last, 0, REACH - kept);
            System.arraycopy(samples, frames - kept, last, REACH - kept, kept);
        }

        /** Comparisons, not Math.max: they nearly always fail, and so cost nothing. */
        private static float highest(float[] samples, int offset, float[] points, int count) {
            float highest = 0;
            for (int i = 0; i < count; i++) {
                float sample = Math.abs(samples[offset + i]);
                if (sample > highest) {
                    highest = sample;
                }
                if (points[i] > highest) {
                    highest = points[i];
                }
            }
            return highest;
        }

        /** With the points that the interpolator's delay still holds back; the meter itself stays as it is. */
        float peak() {
            var rest = new TruePeakInterpolator();
            for (float sample : last) {
                rest.peak(sample);
            }
            float peak = highest;
            for (int i = 0; i < REACH; i++) {
                peak = Math.max(peak, rest.peak(0));
            }
            return peak;
        }
    }
}
