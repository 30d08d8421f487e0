package org.tonmeister.audio.analysis;

/** Hann windows, sin² over the frame. */
final class HannWindow {
    private HannWindow() {}

    /** The window of spectra: its (imagined) last value + 1 is again the first. */
    static float[] periodic(int frames) {
        return window(frames, frames);
    }

    /** The window of filter design: first and last value are zero. */
    static float[] symmetric(int frames) {
        return window(frames, frames - 1);
    }

    private static float[] window(int frames, int period) {
        float[] window = new float[frames];
        for (int i = 0; i < frames; i++) {
            window[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / period));
        }
        return window;
    }
}
