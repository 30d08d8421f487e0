package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes an audio file to planar stereo floats, full scale ±1.0, at the file's own rate.
 *
 * <p>Encoder delay and padding are trimmed, so that a file gives as many frames as went into its encoder wherever the
 * container says so. Mono becomes dual mono, more than two channels are mixed down ({@link DownMix}). If rate or layout
 * change on the way, the rest is brought to those of the first frame.
 *
 * <p>What is wrong with a file is found where it shows: header errors, unknown formats and codecs at {@link #open};
 * samples that are not numbers, damage and a missing end at {@link #read}, the last of these only at the very end. So
 * nothing is to be trusted before {@code read} has returned −1.
 *
 * <p>Memory does not depend on the file's length, but for the sample tables of MP4 (some 10 MB for three hours). One
 * thread at a time.
 */
public final class AudioReader implements AutoCloseable {
    /** 7.1 */
    static final int MAX_CHANNELS = 8;

    private static final int MIN_RATE = 8_000;
    private static final int MAX_RATE = 192_000;

    private final List<String> notes;
    private final Demuxer demuxer;
    private final Completeness completeness;
    private final FrameDecoder decoder;
    private final StereoStream stereo;
    private final SourceInfo info;
    private boolean ended;
    private boolean closed;

    private AudioReader(Demuxer demuxer, HeaderFacts facts) throws AudioFormatException {
        this.demuxer = demuxer;
        notes = new ArrayList<>(facts.notes());
        Protection.check(demuxer);
        OptionalDouble promised = facts.declaredSeconds().isPresent()
                ? facts.declaredSeconds()
                : SourceInspector.promisedSeconds(demuxer);
        completeness = new Completeness(demuxer.audio(), SourceInspector.container(demuxer), promised);
        decoder = new FrameDecoder(demuxer, completeness);
        StereoStream opened = null;
        try {
            AVFrame first = decoder.next();
            if (first == null) {
                completeness.judge(demuxer.failed(), notes);
                throw new AudioFormatException("the file holds no audio: not one frame could be decoded");
            }
            opened = new StereoStream(first, notes);
            int rawBits = decoder.context().bits_per_raw_sample();
            info = SourceInspector.info(demuxer, first, rawBits, promised, notes);
            if (demuxer.audioStreams() > 1) {
                notes.add("the file holds " + demuxer.audioStreams() + " audio streams: the best one was taken");
            }
            stereo = opened;
            stereo.append(first);
        } catch (AudioFormatException | RuntimeException | Error e) {
            if (opened != null) {
                opened.close();
            }
            decoder.close();
            throw e;
        }
    }

    /**
     * Opens a file and decodes its first frame.
     *
     * @throws AudioFormatException if the file cannot be used; the message is the reason
     * @throws IOException if it cannot be read at all
     */
    public static AudioReader open(Path file) throws AudioFormatException, IOException {
        HeaderFacts facts = HeaderCheck.check(file);
        Demuxer demuxer = Demuxer.open(file);
        try {
            return new AudioReader(demuxer, facts);
        } catch (AudioFormatException | RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
    }

    /** What the file is. */
    public SourceInfo info() {
        return info;
    }

    /**
     * Decodes the next frames.
     *
     * @param block {@code [2][≥ maxFrames]}, filled from its start
     * @param maxFrames at least 1
     * @return frames in the block: {@code maxFrames} until the last block; −1 at the end
     * @throws AudioFormatException if the file turns out unusable; what was read before is then worth nothing
     */
    public int read(float[][] block, int maxFrames) throws AudioFormatException {
        if (closed) {
            throw new IllegalStateException("the reader is closed");
        }
        while (!ended && stereo.size() < maxFrames) {
            AVFrame frame = decoder.next();
            if (frame == null) {
                ended = true;
                stereo.end();
                completeness.judge(demuxer.failed(), notes);
            } else {
                stereo.append(frame);
            }
        }
        int frames = stereo.take(block, maxFrames);
        return frames == 0 ? -1 : frames;
    }

    /**
     * What the user should know about this file, each in one line: "mixed down from 5.1 to stereo", "3 damaged frames
     * skipped". Complete once everything is read.
     */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Frees what is held natively. Closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        stereo.close();
        decoder.close();
        demuxer.close();
    }

    static void checkRate(long sampleRate) throws AudioFormatException {
        if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
            throw new AudioFormatException(
                    "the file has a sample rate of " + sampleRate + " Hz; Tonmeister reads 8,000 to 192,000 Hz");
        }
    }
}
