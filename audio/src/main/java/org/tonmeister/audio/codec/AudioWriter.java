package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes planar stereo floats, full scale ±1.0, into a file.
 *
 * <p>The same samples, tags and cover give the same bytes, however the samples were cut into blocks. Integer formats
 * clamp what is beyond full scale; 16 bits are dithered unless the samples lie on their grid ({@link FramePacker}). Where
 * a format lacks the rate ({@link OutputFormat} says which) the samples are resampled: {@link #sampleRate} tells.
 *
 * <p>Every format takes every tag and the cover: FLAC and Opus as Vorbis comments, MP3 and WAV as ID3v2.4 with TXXX
 * frames for names of one's own (in WAV besides the INFO list, which holds the usual ones only), M4A in iTunes' atoms,
 * free-form ones for names of one's own.
 *
 * <p>Without {@link #finish} the file is incomplete and should be deleted. One thread at a time.
 */
public final class AudioWriter implements AutoCloseable {
    private final Muxer muxer;
    private final StreamEncoder encoder;
    private final Resampler resampler;
    private final int sampleRate;
    private final float[][] block;
    private int blockFill;
    private float[][] resampled = new float[2][0];
    private boolean done;

    private AudioWriter(Muxer muxer, StreamEncoder encoder, int sourceRate, int sampleRate) {
        this.muxer = muxer;
        this.encoder = encoder;
        this.sampleRate = sampleRate;
        block = new float[2][encoder.blockFrames()];
        resampler = sourceRate == sampleRate ? null : new Resampler(sourceRate, sampleRate);
    }

    /**
     * Creates the file and writes its header.
     *
     * @param sampleRate of what will be written, in Hz
     * @param bitsPerSample for FLAC: 16 or 24; other formats do not look at it
     * @param tags names (title, artist, album, date, track, genre, comment … or any other) and values; of names that
     *     differ by case only, the last one counts
     * @throws IllegalArgumentException if FLAC is to have other bits
     * @throws IOException if the file cannot be written, or the encoder does not take the rate
     */
    public static AudioWriter create(
            Path file,
            OutputFormat format,
            int sampleRate,
            int bitsPerSample,
            Map<String, String> tags,
            Optional<Cover> cover)
            throws IOException {
        Ffmpeg.load();
        EncoderPlan plan = EncoderPlan.of(format, bitsPerSample);
        int rate = EncoderRates.rateFor(plan, sampleRate);
        Muxer muxer = new Muxer(file, plan);
        StreamEncoder encoder = null;
        try {
            encoder = new StreamEncoder(plan, rate, muxer.wantsGlobalHeader());
            muxer.begin(encoder.context(), tags, cover);
            return new AudioWriter(muxer, encoder, sampleRate, rate);
        } catch (IOException | RuntimeException | Error e) {
            if (encoder != null) {
                encoder.close();
            }
            muxer.close();
            throw e;
        }
    }

    /** The rate of the file, which is not that of the samples handed in where the format does not have it. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Adds {@code frames} frames of {@code samples[2][≥ frames]}. */
    public void write(float[][] samples, int frames) throws IOException {
        checkOpen();
        if (resampler == null) {
            append(samples, frames);
        } else {
            float[][] room = room(frames);
            append(room, resampler.process(samples, 0, frames, room, 0));
        }
    }

    /** Writes what is held back and completes the file. */
    public void finish() throws IOException {
        checkOpen();
        if (resampler != null) {
            float[][] room = room(0);
            append(room, resampler.finish(room, 0));
        }
        if (blockFill > 0) {
            flushBlock();
        }
        encoder.finish(packet -> muxer.write(packet, encoder.context()));
        muxer.finish(encoder.frames());
        done = true;
    }

    private void checkOpen() {
        if (done) {
            throw new IllegalStateException("the file is finished or closed");
        }
    }

    private float[][] room(int inputFrames) {
        int needed = resampler.maxOutputFrames(inputFrames);
        if (resampled[0].length < needed) {
            resampled = new float[2][needed];
        }
        return resampled;
    }

    private void append(float[][] samples, int frames) throws IOException {
        for (int done = 0; done < frames; ) {
            int part = Math.min(frames - done, block[0].length - blockFill);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(samples[c], done, block[c], blockFill, part);
            }
            blockFill += part;
            done += part;
            if (blockFill == block[0].length) {
                flushBlock();
            }
        }
    }

    private void flushBlock() throws IOException {
        encoder.encode(block, blockFill, packet -> muxer.write(packet, encoder.context()));
        blockFill = 0;
    }

    /** Frees what is held natively and closes the file. Closing again does nothing. */
    @Override
    public void close() {
        done = true;
        if (resampler != null) {
            resampler.close();
        }
        encoder.close();
        muxer.close();
    }
}
