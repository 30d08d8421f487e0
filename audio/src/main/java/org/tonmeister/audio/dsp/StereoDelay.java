package org.tonmeister.audio.dsp;

/**
 * An echo on each channel, with damped feedback: every repeat has less treble and less bass than the one before. The
 * channels do not cross, so the echo stands where the sound stood.
 */
final class StereoDelay implements Effect {
    /** Used where no tempo is known. */
    static final double DEFAULT_SECONDS = 0.350;

    private static final float FEEDBACK = 0.35f;
    private static final double LOW_PASS_HZ = 5000;
    private static final double HIGH_PASS_HZ = 120;
    private static final int MAX_FRAMES = 256;

    private final DelayLine leftLine;
    private final DelayLine rightLine;
    private final StereoBandPass damping;
    private final float[] left;
    private final float[] right;

    StereoDelay(double sampleRate, double seconds) {
        int delay = (int) Math.round(seconds * sampleRate);
        leftLine = new DelayLine(delay);
        rightLine = new DelayLine(delay);
        damping = new StereoBandPass(
                FirstOrder.lowPass(sampleRate, LOW_PASS_HZ), FirstOrder.highPass(sampleRate, HIGH_PASS_HZ));
        left = new float[Math.min(MAX_FRAMES, delay)];
        right = new float[left.length];
    }

    @Override
    public int maxFrames() {
        return left.length;
    }

    @Override
    public void render(float[] l, float[] r, float[] wetLeft, float[] wetRight, int frames) {
        leftLine.read(wetLeft, 0, frames);
        rightLine.read(wetRight, 0, frames);
        feed(l, wetLeft, left, frames);
        feed(r, wetRight, right, frames);
        damping.process(left, right, 0, frames);
        leftLine.write(left, 0, frames);
        rightLine.write(right, 0, frames);
    }

    @Override
    public void settle() {
        damping.settle();
    }

    private static void feed(float[] in, float[] wet, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] = ((in[i] + FEEDBACK * wet[i]) + SILENCE) - SILENCE;
        }
    }
}
