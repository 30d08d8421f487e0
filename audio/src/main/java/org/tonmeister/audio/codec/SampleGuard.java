package org.tonmeister.audio.codec;

/** Refuses samples that no sound can have. */
final class SampleGuard {
    /** +96 dBFS. Float files may go above full scale, but a file beyond this holds something else than audio. */
    private static final float LOUDEST = 65_536f;

    private static final int MAGNITUDE = 0x7FFF_FFFF;
    private static final int INFINITE = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private SampleGuard() {}

    static void check(float[] samples, int offset, int frames) throws AudioFormatException {
        // Magnitudes of floats are ordered as their bits are, infinities and NaN above all numbers.
        int largest = 0;
        for (int i = offset; i < offset + frames; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(samples[i]) & MAGNITUDE);
        }
        if (largest >= INFINITE) {
            throw new AudioFormatException("the file holds samples that are not numbers (NaN or infinite)");
        }
        if (Float.intBitsToFloat(largest) > LOUDEST) {
            throw new AudioFormatException(
                    "the file holds samples more than 96 dB above full scale: it is not audio, or in the wrong format");
        }
    }
}
