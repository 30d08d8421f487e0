package org.tonmeister.audio.dsp;

import java.util.function.IntSupplier;

/** A signal through a {@link MixRenderer}, in blocks of any sizes. */
final class Render {
    private final float[][] out;
    private int done;

    private Render(int frames) {
        out = new float[2][frames];
    }

    /** The whole signal rendered; {@code blockFrames} gives the size of each block, 1 or more. */
    static float[][] through(MixRenderer renderer, float[][] signal, IntSupplier blockFrames) {
        var render = new Render(signal[0].length);
        int frames = signal[0].length;
        int count;
        for (int at = 0; at < frames; at += count) {
            count = Math.min(blockFrames.getAsInt(), frames - at);
            float[][] block = new float[2][count];
            System.arraycopy(signal[0], at, block[0], 0, count);
            System.arraycopy(signal[1], at, block[1], 0, count);
            render.keep(block, renderer.process(block, count, block));
        }
        float[][] rest = new float[2][blockFrames.getAsInt()];
        while ((count = renderer.flush(rest)) > 0) {
            render.keep(rest, count);
        }
        if (render.done != frames) {
            throw new AssertionError(render.done + " frames came out of " + frames);
        }
        return render.out;
    }

    /** The same with a new chain and blocks of 4096. */
    static float[][] through(double rate, Parameters parameters, ChainOptions options, float[][] signal) {
        return through(new MixRenderer(new MixChain(rate, parameters, options)), signal, () -> 4096);
    }

    private void keep(float[][] block, int frames) {
        System.arraycopy(block[0], 0, out[0], done, frames);
        System.arraycopy(block[1], 0, out[1], done, frames);
        done += frames;
    }
}
