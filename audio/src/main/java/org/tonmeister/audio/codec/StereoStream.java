package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;

import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decoded frames of any layout as one stream of stereo at the rate of its first frame. */
final class StereoStream implements AutoCloseable {
    private final List<String> notes;
    private final int sampleRate;
    private final StereoFifo waiting = new StereoFifo();
    private final FrameSamples samples = new FrameSamples();

    private DownMix downMix;
    private int channels;
    private long layoutMask;
    private int frameRate;
    /** Length of what was appended so far. */
    private double seconds;

    private Resampler resampler;
    private float[][] mixed = new float[2][0];
    private boolean layoutChanged;

    StereoStream(AVFrame first, List<String> notes) throws AudioFormatException {
        this.notes = notes;
        sampleRate = first.sample_rate();
        frameRate = sampleRate;
        AudioReader.checkRate(sampleRate);
        follow(first.ch_layout());
        if (channels > 2) {
            notes.add("mixed down from " + SourceInspector.describe(first.ch_layout()) + " to stereo");
        }
    }

    int size() {
        return waiting.size();
    }

    int take(float[][] block, int maxFrames) {
        return waiting.take(block, 0, maxFrames);
    }

    void append(AVFrame frame) throws AudioFormatException {
        AVChannelLayout layout = frame.ch_layout();
        if (layout.nb_channels() != channels || mask(layout) != layoutMask) {
            follow(layout);
            if (!layoutChanged) {
                notes.add("the channel layout changes on the way: all of it was mixed to stereo");
                layoutChanged = true;
            }
        }
        if (frame.sample_rate() != frameRate) {
            changeRate(frame.sample_rate());
        }
        int frames = frame.nb_samples();
        float[][] planar = samples.of(frame, channels);
        if (FrameSamples.areFloats(frame)) {
            SampleGuard.check(planar, frames, frameRate, seconds);
        }
        seconds += (double) frames / frameRate;
        if (resampler == null) {
            waiting.reserve(frames);
            downMix.apply(planar, frames, waiting.array(), waiting.end());
            waiting.added(frames);
        } else {
            if (mixed[0].length < frames) {
                mixed = new float[2][frames];
            }
            downMix.apply(planar, frames, mixed, 0);
            waiting.reserve(resampler.maxOutputFrames(frames));
            waiting.added(resampler.process(mixed, 0, frames, waiting.array(), waiting.end()));
        }
    }

    /** To be called after the last frame: what the resampler still holds comes out. */
    void end() {
        if (resampler != null) {
            waiting.reserve(resampler.maxOutputFrames(0));
            waiting.added(resampler.finish(waiting.array(), waiting.end()));
            resampler.close();
            resampler = null;
        }
    }

    private void follow(AVChannelLayout layout) throws AudioFormatException {
        downMix = DownMix.of(layout);
        channels = layout.nb_channels();
        layoutMask = mask(layout);
    }

    private static long mask(AVChannelLayout layout) {
        return layout.order() == AV_CHANNEL_ORDER_NATIVE ? layout.u_mask() : 0;
    }

    private void changeRate(int newRate) throws AudioFormatException {
        AudioReader.checkRate(newRate);
        if (frameRate == sampleRate && resampler == null) {
            String note = "the sample rate changes on the way: all of it was brought to " + sampleRate + " Hz";
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }
        end();
        frameRate = newRate;
        if (newRate != sampleRate) {
            resampler = new Resampler(newRate, sampleRate);
        }
    }

    @Override
    public void close() {
        if (resampler != null) {
            resampler.close();
        }
    }
}
