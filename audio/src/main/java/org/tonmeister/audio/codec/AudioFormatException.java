package org.tonmeister.audio.codec;

import java.io.IOException;
import java.util.Locale;

/**
 * A file cannot be used as audio. The message is the reason in one line, written for the person who sent the file,
 * for example {@code the file is empty}.
 */
public final class AudioFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public AudioFormatException(String reason) {
        super(reason);
    }

    static AudioFormatException cutShort(double promisedSeconds, double foundSeconds) {
        return new AudioFormatException(String.format(
                Locale.ROOT,
                "the header promises %.1f s, the file ends after %.1f s: upload it again",
                promisedSeconds,
                foundSeconds));
    }

    /** A lost upload hardly ever ends exactly between two frames; copying a part of a FLAC file does, and is not enough. */
    static AudioFormatException cutBetweenFrames(double promisedSeconds, double foundSeconds) {
        return new AudioFormatException(String.format(
                Locale.ROOT,
                "the header promises %.1f s, the file ends after %.1f s, between two frames:"
                        + " if it was cut without encoding it anew, encode it anew, else upload it again",
                promisedSeconds,
                foundSeconds));
    }

    static AudioFormatException cutShort(long promisedBytes, long foundBytes) {
        return new AudioFormatException(String.format(
                Locale.ROOT,
                "the header promises %,d bytes, the file ends after %,d bytes: upload it again",
                promisedBytes,
                foundBytes));
    }
}
