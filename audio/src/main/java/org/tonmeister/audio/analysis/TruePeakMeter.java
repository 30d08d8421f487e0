package org.tonmeister.audio.analysis;

import org.tonmeister.audio.filter.TruePeakDetector;

/**
 * The true peak of a stereo programme after ITU-R BS.1770-4, Annex 2: the largest magnitude of the signal and of its
 * four-fold interpolation, by the longer filter of {@link TruePeakDetector}. The samples count too, because the
 * interpolator passes between them and weakens tones near Nyquist.
 *
 * <p>The same filter serves every rate. Above 48 kHz that is more oversampling than the Annex asks for, which costs
 * time but reads no lower.
 */
public final class TruePeakMeter {
    /** What silence reads, and the lowest reading: below half a step of 24 bits. */
    public static final double SILENCE_DBTP = -150;

    /** The detector's reach: so many samples may still matter when more follow. */
    private static final int REACH = 2 * TruePeakDetector.LATENCY_FRAMES - 1;

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
        private final TruePeakDetector detector = new TruePeakDetector();
        private final float[] peaks = new float[TruePeakDetector.MAX_FRAMES];
        private final float[] last = new float[REACH];
        private float highest;

        void add(float[] samples, int frames) {
            for (int done = 0; done < frames; done += peaks.length) {
                int count = Math.min(peaks.length, frames - done);
                // Only what may be the highest so far is looked at closely.
                detector.process(samples, done, count, peaks, highest);
                highest = Math.max(highest, largest(peaks, count));
                highest = Math.max(highest, largest(samples, done, count));
            }
            int kept = Math.min(frames, REACH);
            System.arraycopy(last, kept, last, 0, REACH - kept);
            System.arraycopy(samples, frames - kept, last, REACH - kept, kept);
        }

        /** With the points that the detector's delay still holds back; the meter itself stays as it is. */
        float peak() {
            var rest = new TruePeakDetector();
            float[] points = new float[REACH];
            rest.process(last, 0, REACH, points, highest);
            rest.process(new float[REACH], 0, REACH, points, highest);
            return Math.max(highest, largest(points, REACH));
        }

        /** Comparisons, not Math.max: they nearly always fail, and so cost nothing. */
        private static float largest(float[] peaks, int count) {
            float largest = 0;
            for (int i = 0; i < count; i++) {
                if (peaks[i] > largest) {
                    largest = peaks[i];
                }
            }
            return largest;
        }

        private static float largest(float[] samples, int offset, int count) {
            float largest = 0;
            for (int i = offset; i < offset + count; i++) {
                float magnitude = Math.abs(samples[i]);
                if (magnitude > largest) {
                    largest = magnitude;
                }
            }
            return largest;
        }
    }
}
