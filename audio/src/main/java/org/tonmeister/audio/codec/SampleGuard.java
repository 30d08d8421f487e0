package org.tonmeister.audio.codec;

import java.util.Locale;

/** Refuses samples that no sound can have, and says where the first of them is. */
final class SampleGuard {
    /** +96 dBFS. Float files may go above full scale, but a file beyond this holds something else than audio. */
    private static final float LOUDEST = 65_536f;

    private static final int MAGNITUDE = 0x7FFF_FFFF;
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private SampleGuard() {}

    /**
     * Looks at {@code samples[channels][≥ frames]}.
     *
     * @param startSeconds where in the file they begin
     */
    static void check(float[][] samples, int frames, int sampleRate, double startSeconds) throws AudioFormatException {
        for (float[] channel : samples) {
            int largest = largestMagnitude(channel, frames);
            if (largest >= INFINITE) {
                throw new AudioFormatException(String.format(
                        Locale.ROOT,
                        "the file holds samples that are not numbers (NaN or infinite), the first at %.3f s:"
                                + " render it anew without them",
                        startSeconds + (double) firstBad(samples, frames) / sampleRate));
            }
            if (Float.intBitsToFloat(largest) > LOUDEST) {
                throw new AudioFormatException("the file holds samples more than 96 dB above full scale: it is not"
                        + " audio, or in the wrong format");
            }
        }
    }

    /** Magnitudes of floats are ordered as their bits are, infinities and NaN above all numbers. */
    private static int largestMagnitude(float[] channel, int frames) {
        int largest = 0;
        for (int i = 0; i < frames; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(channel[i]) & MAGNITUDE);
        }
        return largest;
    }

    private static int firstBad(float[][] samples, int frames) {
        for (int i = 0; i < frames; i++) {
            for (float[] channel : samples) {
                if (!Float.isFinite(channel[i])) {
                    return i;
                }
            }
        }
        return frames;
    }
}
