package org.tonmeister.neural.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** The log-mel spectra of a window's record, in hundredths of a dB as they lie there. */
final class LogMel {
    /** Channels: mid and side. */
    static final int CHANNELS = 2;
    /** Mel bands of a record. */
    static final int BINS = 128;

    private final ShortBuffer[] levels;
    private final int frames;

    private LogMel(ShortBuffer mid, ShortBuffer side, int frames) {
        levels = new ShortBuffer[] {mid, side};
        this.frames = frames;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if its layout is another
     */
    static LogMel of(SpectrogramWindow window) {
        int frames = window.getFrames();
        if (window.getMelBins() != BINS || frames < 1) {
            throw new IllegalArgumentException("The networks read spectrograms of " + BINS + " mel bands, not "
                    + window.getMelBins() + " × " + frames);
        }
        return new LogMel(shorts(window.getMid(), frames), shorts(window.getSide(), frames), frames);
    }

    /** Spectra over time. */
    int frames() {
        return frames;
    }

    /** Level in hundredths of a dB. */
    int centibels(int channel, int bin, int frame) {
        return levels[channel].get(bin * frames + frame);
    }

    private static ShortBuffer shorts(ByteBuffer bytes, int frames) {
        var shorts = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        if (shorts.remaining() != BINS * frames) {
            throw new IllegalArgumentException("A spectrogram of " + frames + " frames has " + shorts.remaining()
                    + " values instead of " + BINS * frames);
        }
        return shorts;
    }
}
