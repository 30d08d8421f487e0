package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Takes a decoded frame's samples out of native memory as planar floats. Integers of n bits become i / 2^(n−1), exact up
 * to 24 bits. One bulk copy a plane; the arrays are kept and grow to the longest frame.
 */
final class FrameSamples {
    private float[][] planar = new float[0][0];
    private short[] shorts = new short[0];
    private ByteBuffer raw = ByteBuffer.allocate(0);

    /** Whether the samples need not be numbers within bounds: integers always are. */
    static boolean areFloats(AVFrame frame) {
        return switch (av_get_packed_sample_fmt(frame.format())) {
            case AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_DBL -> true;
            default -> false;
        };
    }

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
            if (packed == AV_SAMPLE_FMT_S16) {
                convert16(frame.extended_data(plane), plane, stride, frames);
                continue;
            }
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

    /** What nearly every file is, so it has a way of its own: arrays, and a stride that the compiler knows. */
    private void convert16(BytePointer data, int plane, int stride, int frames) {
        if (shorts.length < frames * stride) {
            shorts = new short[frames * stride];
        }
        new ShortPointer(data).get(shorts, 0, frames * stride);
        if (stride == 2) {
            deinterleave(planar[plane], planar[plane + 1], frames);
            return;
        }
        for (int c = 0; c < stride; c++) {
            float[] out = planar[plane + c];
            for (int i = 0, at = c; i < frames; i++, at += stride) {
                out[i] = shorts[at] * 0x1p-15f;
            }
        }
    }

    private void deinterleave(float[] left, float[] right, int frames) {
        short[] in = shorts;
        for (int i = 0; i < frames; i++) {
            left[i] = in[2 * i] * 0x1p-15f;
            right[i] = in[2 * i + 1] * 0x1p-15f;
        }
    }

    private void convert(int format, int first, int stride, float[] out, int frames) throws AudioFormatException {
        switch (format) {
            case AV_SAMPLE_FMT_U8 -> {
                byte[] in = raw.array();
                for (int i = 0, at = first; i < frames; i++, at += stride) {
                    out[i] = ((in[at] & 0xFF) - 128) * 0x1p-7f;
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
