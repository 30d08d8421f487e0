package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.TruePeakDetector;

/**
 * A look-ahead brick-wall limiter on the true peak ({@link TruePeakDetector}), stereo-linked, with the gain driven at the
 * base rate: limiting at a higher rate and going back down brings overs back. Each step's gain is the least that any
 * peak of the window needs ({@link SlidingMinimum}), let go slowly and smoothed ({@link GainSmoother}); the smoothing is
 * no longer than the look-ahead, so it arrives in time. Below the ceiling the gain is exactly one: the samples are only
 * delayed.
 */
final class Limiter implements Stage {
    private static final double LOOK_AHEAD_SECONDS = 0.005;
    /** Half a period of 50 Hz: the gain does not follow a bass note's wave. */
    private static final double HOLD_SECONDS = 0.010;

    private static final double RELEASE_SECONDS = 0.100;

    /**
     * How far below the ceiling it aims, because no two interpolators agree. With it FFmpeg's meter, which interpolates
     * to 192 kHz, finds nothing above the ceiling in overdriven music, white noise, random squares or click trains.
     */
    private static final double MARGIN_DB = 0.05;

    /** Frames around a peak that also get its gain: an interpolated point depends on so many on each side. */
    private static final int GUARD_FRAMES = 16;

    private static final int BLOCK_FRAMES = TruePeakDetector.MAX_FRAMES;
    private static final double REPORTED_DB = 0.1;

    private final float ceiling;
    private final float reported = (float) Decibels.toAmplitude(-REPORTED_DB);
    private final TruePeakDetector leftPeaks;
    private final TruePeakDetector rightPeaks;
    private final SlidingMinimum window;
    private final GainSmoother smoother;
    private final DelayLine leftDelay;
    private final DelayLine rightDelay;

    private final OffsetServo leftServo;
    private final OffsetServo rightServo;

    private final float[] peaks = new float[BLOCK_FRAMES];
    private final float[] otherPeaks = new float[BLOCK_FRAMES];
    private final int[] needed = new int[BLOCK_FRAMES];
    private final float[] gains = new float[BLOCK_FRAMES];
    private final float[] delayed;

    private float least = 1;
    private float leastLately = 1;
    private long frames;
    private long limitedFrames;

    Limiter(double sampleRate, double ceilingDbtp) {
        ceiling = (float) Decibels.toAmplitude(ceilingDbtp - MARGIN_DB);
        leftPeaks = new TruePeakDetector();
        rightPeaks = new TruePeakDetector();
        int lookAhead = (int) (LOOK_AHEAD_SECONDS * sampleRate);
        int firstBox = lookAhead * 3 / 5;
        smoother = new GainSmoother(firstBox, lookAhead - firstBox, RELEASE_SECONDS * sampleRate);
        int latency = smoother.support() - 1 + TruePeakDetector.LATENCY_FRAMES + GUARD_FRAMES;
        int hold = (int) (HOLD_SECONDS * sampleRate);
        window = new SlidingMinimum(latency + 1 + hold, GainSmoother.ONE);
        leftDelay = new DelayLine(latency);
        rightDelay = new DelayLine(latency);
        delayed = new float[latency];
        leftServo = new OffsetServo(sampleRate, BLOCK_FRAMES);
        rightServo = new OffsetServo(sampleRate, BLOCK_FRAMES);
    }

    /** How many frames later the output comes. */
    int latencyFrames() {
        return leftDelay.frames();
    }

    /** The largest gain reduction so far in dB, 0 or more. */
    double maxReductionDb() {
        return Decibels.ofAmplitude(1 / least);
    }

    /** The largest gain reduction since the last call in dB, 0 or more. */
    double takeReductionDb() {
        float lately = leastLately;
        leastLately = 1;
        return lately == 1 ? 0 : Decibels.ofAmplitude(1 / lately);
    }

    /** The part of the time, 0 to 1, in which the gain was reduced by more than 0.1 dB. */
    double limitedShare() {
        return frames == 0 ? 0 : (double) limitedFrames / frames;
    }

    @Override
    public void process(float[] left, float[] right, int offset, int count) {
        int done = 0;
        while (done < count) {
            // Blocks end at fixed places of the track, where the servos take their steps.
            int part = Math.min(count - done, BLOCK_FRAMES - (int) (frames % BLOCK_FRAMES));
            block(left, right, offset + done, part);
            done += part;
            if (frames % BLOCK_FRAMES == 0) {
                leftServo.endSegment();
                rightServo.endSegment();
            }
        }
    }

    private void block(float[] left, float[] right, int offset, int count) {
        leftServo.add(left, offset, count);
        rightServo.add(right, offset, count);
        boolean quiet = !findPeaks(left, right, offset, count) || need(count);
        delay(leftDelay, left, offset, count);
        delay(rightDelay, right, offset, count);
        frames += count;
        if (quiet && window.isEmpty() && smoother.isAtRest()) {
            window.skip(count);
            return;
        }
        if (quiet) {
            window.processLargest(needed, count);
        } else {
            window.process(needed, count);
        }
        smoother.process(needed, gains, count);
        apply(left, right, offset, count);
        note(count);
    }

    /** The largest magnitude of both channels, of the samples themselves and between them; false if all are low. */
    private boolean findPeaks(float[] left, float[] right, int offset, int count) {
        boolean leftMatters = leftPeaks.process(left, offset, count, peaks, ceiling);
        boolean rightMatters = rightPeaks.process(right, offset, count, otherPeaks, ceiling);
        if (!leftMatters && !rightMatters) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            peaks[i] = Math.max(peaks[i], otherPeaks[i]);
        }
        return true;
    }

    /** From peaks to the gain that each needs; true if none needs any. */
    private boolean need(int count) {
        boolean quiet = true;
        for (int i = 0; i < count; i++) {
            if (peaks[i] > ceiling) {
                needed[i] = (int) ((double) ceiling / peaks[i] * GainSmoother.ONE);
                quiet = false;
            } else {
                needed[i] = GainSmoother.ONE;
            }
        }
        return quiet;
    }

    private void delay(DelayLine line, float[] samples, int offset, int count) {
        int most = line.frames();
        for (int done = 0; done < count; done += most) {
            int part = Math.min(most, count - done);
            line.read(delayed, 0, part);
            line.write(samples, offset + done, part);
            System.arraycopy(delayed, 0, samples, offset + done, part);
        }
    }

    /** Applies the gains and notes the sum of what they took away; both sums in one loop, where neither waits. */
    private void apply(float[] left, float[] right, int offset, int count) {
        double takenLeft = 0;
        double takenRight = 0;
        for (int i = 0; i < count; i++) {
            float gain = gains[i];
            float l = left[offset + i];
            float r = right[offset + i];
            float limitedLeft = gain * l;
            float limitedRight = gain * r;
            left[offset + i] = limitedLeft;
            right[offset + i] = limitedRight;
            takenLeft += l - limitedLeft;
            takenRight += r - limitedRight;
        }
        leftServo.taken(takenLeft);
        rightServo.taken(takenRight);
    }

    private void note(int count) {
        float min = leastLately;
        int limited = 0;
        for (int i = 0; i < count; i++) {
            float gain = gains[i];
            min = Math.min(min, gain);
            limited += gain < reported ? 1 : 0;
        }
        leastLately = min;
        least = Math.min(least, min);
        limitedFrames += limited;
    }
}
