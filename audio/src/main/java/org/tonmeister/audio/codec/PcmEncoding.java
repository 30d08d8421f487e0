package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * How samples lie in a PCM chunk: interleaved, little-endian.
 *
 * <p>Full scale is ±1.0 in memory: an n-bit integer i stands for i / 2^(n−1). Going to bytes and back is exact for every
 * sample that lies on the encoding's grid. Other samples are rounded to the nearest step (ties to even) without dither,
 * and samples beyond full scale are clamped; {@link #F32} keeps every bit.
 */
public enum PcmEncoding {
    S16(2) {
        @Override
        void put(float[][] planar, int offset, int frames, ByteBuffer out) {
            ShortBuffer samples = out.asShortBuffer();
            int channels = planar.length;
            for (int c = 0; c < channels; c++) {
                float[] channel = planar[c];
                for (int i = 0, at = c; i < frames; i++, at += channels) {
                    samples.put(at, (short) SampleGrid.to16(channel[offset + i]));
                }
            }
        }

        @Override
        void get(ByteBuffer in, float[][] planar, int offset, int frames) {
            ShortBuffer samples = in.asShortBuffer();
            int channels = planar.length;
            for (int c = 0; c < channels; c++) {
                float[] channel = planar[c];
                for (int i = 0, at = c; i < frames; i++, at += channels) {
                    channel[offset + i] = samples.get(at) * 0x1p-15f;
                }
            }
        }
    },
    S24(3) {
        @Override
        void put(float[][] planar, int offset, int frames, ByteBuffer out) {
            int channels = planar.length;
            int at = out.position();
            for (int i = offset; i < offset + frames; i++) {
                for (int c = 0; c < channels; c++, at += 3) {
                    int value = SampleGrid.to24(planar[c][i]);
                    out.putShort(at, (short) value);
                    out.put(at + 2, (byte) (value >> 16));
                }
            }
        }

        @Override
        void get(ByteBuffer in, float[][] planar, int offset, int frames) {
            int channels = planar.length;
            int at = in.position();
            for (int i = offset; i < offset + frames; i++) {
                for (int c = 0; c < channels; c++, at += 3) {
                    planar[c][i] = ((in.get(at + 2) << 16) | (in.getShort(at) & 0xFFFF)) * 0x1p-23f;
                }
            }
        }
    },
    F32(4) {
        @Override
        void put(float[][] planar, int offset, int frames, ByteBuffer out) {
            FloatBuffer samples = out.asFloatBuffer();
            int channels = planar.length;
            for (int c = 0; c < channels; c++) {
                float[] channel = planar[c];
                for (int i = 0, at = c; i < frames; i++, at += channels) {
                    samples.put(at, channel[offset + i]);
                }
            }
        }

        @Override
        void get(ByteBuffer in, float[][] planar, int offset, int frames) {
            FloatBuffer samples = in.asFloatBuffer();
            int channels = planar.length;
            for (int c = 0; c < channels; c++) {
                float[] channel = planar[c];
                for (int i = 0, at = c; i < frames; i++, at += channels) {
                    channel[offset + i] = samples.get(at);
                }
            }
        }
    };

    private final int bytesPerSample;

    PcmEncoding(int bytesPerSample) {
        this.bytesPerSample = bytesPerSample;
    }

    /** Bytes of one sample of one channel. */
    public int bytesPerSample() {
        return bytesPerSample;
    }

    /**
     * Interleaves {@code frames} frames of {@code planar[channels][frames]}, beginning at {@code offset}.
     *
     * @return {@code frames × channels × bytesPerSample()} bytes
     */
    public byte[] encode(float[][] planar, int offset, int frames) {
        byte[] bytes = new byte[Math.multiplyExact(frames, planar.length * bytesPerSample)];
        put(planar, offset, frames, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    /**
     * Fills {@code planar[channels]} from its start with what {@code in} holds between position and limit; the buffer
     * itself is left as it was.
     *
     * @return the frames decoded
     * @throws IllegalArgumentException if {@code in} does not hold whole frames
     */
    public int decode(ByteBuffer in, float[][] planar) {
        int frameBytes = planar.length * bytesPerSample;
        if (in.remaining() % frameBytes != 0) {
            throw new IllegalArgumentException(in.remaining() + " bytes are not whole frames of " + frameBytes);
        }
        int frames = in.remaining() / frameBytes;
        get(in.slice().order(ByteOrder.LITTLE_ENDIAN), planar, 0, frames);
        return frames;
    }

    /** As {@link #decode(ByteBuffer, float[][])}, from a whole array. */
    public int decode(byte[] in, float[][] planar) {
        return decode(ByteBuffer.wrap(in), planar);
    }

    abstract void put(float[][] planar, int offset, int frames, ByteBuffer out);

    abstract void get(ByteBuffer in, float[][] planar, int offset, int frames);
}
