package org.tonmeister.training.evaluate;

/**
 * The part of a track that is listened to: ten seconds from its first quarter's end on, or what there is.
 *
 * @param from where rendering begins: some seconds before, so that filters and compressor are where they would be
 * @param start first frame that counts
 * @param end first frame that does not
 */
record Stretch(int from, int start, int end) {
    static final int SECONDS = 10;
    static final int PRE_ROLL_SECONDS = 3;

    /** Blocks of compressor and chain begin at multiples of this. */
    private static final int ALIGNMENT_FRAMES = 512;

    static Stretch of(int trackFrames, int sampleRate) {
        int frames = Math.min(trackFrames, SECONDS * sampleRate);
        int start = Math.min(trackFrames / 4, trackFrames - frames);
        int earliest = Math.max(0, start - PRE_ROLL_SECONDS * sampleRate);
        return new Stretch(earliest - earliest % ALIGNMENT_FRAMES, start, start + frames);
    }
}
