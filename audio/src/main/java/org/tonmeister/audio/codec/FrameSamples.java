package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Takes a decoded frame's samples out of native memory as planar floats. Integers of n bits become i / 2^(n−1), exact up
 * to 24 bits. One bulk copy a plane; the arrays are kept and grow to the longest frame.
 */
final class FrameSamples {
    private float[][] planar = new float[0][0];
    private ByteBuffer raw = ByteBuffer.allocate(0);

    /** {@code [channels][≥ frames]}, valid until the next call. */
    float[][] of(AVFrame frame, int channels) throws AudioFormatException {
        int frames = frame.nb_samples();
        if (planar.length != channels || planar[0].length < frames) {
            planar = new float[channels][frames];
        }
        int format = frame.format();
        if (format == AV_SAMPLE_FMT_FLTP) {
            for (int c = 0; c < channels; c++) {
                new FloatPointer(frame.extended_data(c)).get(planar[c], 0, frames);
            }
            return planar;
        }
        int stride = av_sample_fmt_is_planar(format) != 0 ? 1 : channels;
        int packed = av_get_packed_sample_fmt(format);
        for (int plane = 0; plane < channels / stride; plane++) {
            copy(frame.extended_data(plane), frames * stride * av_get_bytes_per_sample(format));
            for (int c = 0; c < stride; c++) {
                convert(packed, c, stride, planar[plane + c], frames);
            }
        }
        return planar;
    }

    private void copy(BytePointer data, int length) {
        if (raw.capacity() < length) {
            raw = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        }
        data.get(raw.array(), 0, length);
    }

    private void convert(int format, int first, int stride, float[] out, int frames) throws AudioFormatException {
        switch (format) {
            case AV_SAMPLE_FMT_U8 -> {
                byte[] in = raw.array();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = ((in[at] & 0xFF) - 128) * 0x1p-7f;
                }
            }
            case AV_SAMPLE_FMT_S16 -> {
                ShortBuffer in = raw.asShortBuffer();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = in.get(at) * 0x1p-15f;
                }
            }
            case AV_SAMPLE_FMT_S32 -> {
                IntBuffer in = raw.asIntBuffer();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = in.get(at) * 0x1p-31f;
                }
            }
            case AV_SAMPLE_FMT_S64 -> {
                LongBuffer in = raw.asLongBuffer();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = in.get(at) * 0x1p-63f;
                }
            }
            case AV_SAMPLE_FMT_FLT -> {
                FloatBuffer in = raw.asFloatBuffer();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = in.get(at);
                }
            }
            case AV_SAMPLE_FMT_DBL -> {
                DoubleBuffer in = raw.asDoubleBuffer();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = (float) in.get(at);
                }
            }
            default -> throw new AudioFormatException("the audio in this file has samples of an unknown kind");
        }
    }
}
