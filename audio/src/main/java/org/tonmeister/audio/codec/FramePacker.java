package org.tonmeister.audio.codec;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Puts blocks of planar stereo floats into an encoder's frame.
 *
 * <p>Sixteen bits: a block whose every sample lies on the 16-bit grid passes unchanged, so a chain that does nothing to
 * a 16-bit source gives back its bits, and digital silence stays silent. Any other block gets {@link TpdfDither}. Blocks
 * are counted from the start of the file, whatever the caller's are. Twenty-four bits are rounded: their step is below
 * every converter's noise. Samples beyond full scale are clamped.
 */
final class FramePacker {
    private final short[] shorts;
    private final int[] ints;
    private final float[] floats;

    FramePacker(int sampleFormat, int maxFrames) {
        shorts = new short[sampleFormat == AV_SAMPLE_FMT_S16 ? 2 * maxFrames : 0];
        ints = new int[sampleFormat == AV_SAMPLE_FMT_S32 ? 2 * maxFrames : 0];
        floats = new float[sampleFormat == AV_SAMPLE_FMT_FLT ? 2 * maxFrames : 0];
    }

    /**
     * @param block {@code [2][≥ frames]}
     * @param position of the block's first frame in the file
     */
    void pack(float[][] block, int frames, long position, AVFrame frame) {
        switch (frame.format()) {
            case AV_SAMPLE_FMT_S16 -> {
                if (SampleGrid.holds16(block[0], frames) && SampleGrid.holds16(block[1], frames)) {
                    copy(block, frames);
                } else {
                    dither(block, frames, position);
                }
                new ShortPointer(frame.data(0)).put(shorts, 0, 2 * frames);
            }
            case AV_SAMPLE_FMT_S32 -> {
                for (int i = 0; i < frames; i++) {
                    // Encoders take the upper 24 bits.
                    ints[2 * i] = SampleGrid.to24(block[0][i]) << 8;
                    ints[2 * i + 1] = SampleGrid.to24(block[1][i]) << 8;
                }
                new IntPointer(frame.data(0)).put(ints, 0, 2 * frames);
            }
            case AV_SAMPLE_FMT_FLT -> {
                for (int i = 0; i < frames; i++) {
                    floats[2 * i] = block[0][i];
                    floats[2 * i + 1] = block[1][i];
                }
                new FloatPointer(frame.data(0)).put(floats, 0, 2 * frames);
            }
            default -> {
                new FloatPointer(frame.data(0)).put(block[0], 0, frames);
                new FloatPointer(frame.data(1)).put(block[1], 0, frames);
            }
        }
    }

    private void copy(float[][] block, int frames) {
        for (int i = 0; i < frames; i++) {
            shorts[2 * i] = (short) SampleGrid.to16(block[0][i]);
            shorts[2 * i + 1] = (short) SampleGrid.to16(block[1][i]);
        }
    }

    private void dither(float[][] block, int frames, long position) {
        for (int i = 0; i < frames; i++) {
            long noise = TpdfDither.bits(position + i);
            shorts[2 * i] = (short) SampleGrid.to16(block[0][i], TpdfDither.steps(noise, 0));
            shorts[2 * i + 1] = (short) SampleGrid.to16(block[1][i], TpdfDither.steps(noise, 1));
        }
    }
}
