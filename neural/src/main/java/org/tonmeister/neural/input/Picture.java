package org.tonmeister.neural.input;

import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * The spectrogram of a window as a network sees it: mid and side, {@code bins} bands of {@code 128 / bins} mel bands
 * each, and {@code frames} columns of {@code pool} spectra each, averaged in dB. A window that is too short is seen
 * again from its start, since silence would be something else; of one that is too long the end is left out.
 *
 * @param bins rows, low to high
 * @param frames columns
 * @param pool spectra a column
 */
public record Picture(int bins, int frames, int pool) {
    /** Levels below this look alike: lossy coders leave holes. */
    private static final int FLOOR_CENTIBELS = -9000;

    private static final float CENTIBELS_PER_DB = 100;

    /** Checks the layout. */
    public Picture {
        if (bins < 1 || LogMel.BINS % bins != 0 || frames < 1 || pool < 1) {
            throw new IllegalArgumentException("no picture has " + bins + " × " + frames + " points of " + pool);
        }
    }

    /** Channels of a picture: mid and side. */
    public static int channels() {
        return LogMel.CHANNELS;
    }

    /** Numbers of a picture. */
    public int size() {
        return LogMel.CHANNELS * bins * frames;
    }

    /**
     * The picture of a window.
     *
     * @return levels in dB, {@code [channel][bin][frame]} in one row
     * @throws IllegalArgumentException if the record's layout is not the one that feature-service writes
     */
    public float[] of(SpectrogramWindow window) {
        var mel = LogMel.of(window);
        float[] picture = new float[size()];
        int at = 0;
        for (int channel = 0; channel < LogMel.CHANNELS; channel++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int frame = 0; frame < frames; frame++) {
                    picture[at++] = mean(mel, channel, bin, frame);
                }
            }
        }
        return picture;
    }

    /** Makes a picture's sound louder by some dB. */
    public static void amplify(float[] picture, float db) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.max(FLOOR_CENTIBELS / CENTIBELS_PER_DB, picture[i] + db);
        }
    }

    private float mean(LogMel mel, int channel, int bin, int frame) {
        int bands = LogMel.BINS / bins;
        int sum = 0;
        for (int band = bin * bands; band < (bin + 1) * bands; band++) {
            for (int spectrum = frame * pool; spectrum < (frame + 1) * pool; spectrum++) {
                sum += Math.max(FLOOR_CENTIBELS, mel.centibels(channel, band, spectrum % mel.frames()));
            }
        }
        return sum / (CENTIBELS_PER_DB * bands * pool);
    }
}
