package org.tonmeister.audio.dsp;

/**
 * A room: a pre-delay, a high-pass that keeps the bass dry, a diffuser per channel and a {@link FeedbackDelayNetwork}
 * with 1.6 s of decay. The diffused sound itself is heard as the early part of the return.
 */
final class Reverb implements Effect {
    static final Decay DECAY = new Decay(1.6, 0.8, 5000);

    private static final double PRE_DELAY_SECONDS = 0.020;
    private static final double HIGH_PASS_HZ = 120;
    private static final double RIGHT_STRETCH = 1.0837;
    private static final float EARLY = 0.25f;
    private static final int MAX_FRAMES = 256;

    private final int maxFrames;
    private final StereoFirstOrder highPass;
    private final DelayLine leftPreDelay;
    private final DelayLine rightPreDelay;
    private final Diffuser leftDiffuser;
    private final Diffuser rightDiffuser;
    private final FeedbackDelayNetwork network;
    private final float[] left;
    private final float[] right;

    Reverb(double sampleRate) {
        highPass = new StereoFirstOrder(FirstOrder.highPass(sampleRate, HIGH_PASS_HZ));
        leftPreDelay = new DelayLine((int) Math.round(PRE_DELAY_SECONDS * sampleRate));
        rightPreDelay = new DelayLine((int) Math.round(PRE_DELAY_SECONDS * sampleRate));
        leftDiffuser = new Diffuser(sampleRate, 1);
        rightDiffuser = new Diffuser(sampleRate, RIGHT_STRETCH);
        network = new FeedbackDelayNetwork(sampleRate, DECAY);
        int shortest = Math.min(
                Math.min(MAX_FRAMES, leftPreDelay.frames()), Math.min(leftDiffuser.maxFrames(), network.maxFrames()));
        // Then the chain's segments are cut into equal parts.
        maxFrames = Integer.highestOneBit(shortest);
        left = new float[maxFrames];
        right = new float[maxFrames];
    }

    @Override
    public int maxFrames() {
        return maxFrames;
    }

    @Override
    public void render(float[] l, float[] r, float[] wetLeft, float[] wetRight, int frames) {
        delay(leftPreDelay, l, left, frames);
        delay(rightPreDelay, r, right, frames);
        highPass.process(left, right, 0, frames);
        leftDiffuser.process(left, frames);
        rightDiffuser.process(right, frames);
        network.render(left, right, wetLeft, wetRight, frames);
        for (int i = 0; i < frames; i++) {
            // As in a loop: the last of the network's decay passes through subnormal numbers.
            wetLeft[i] = ((wetLeft[i] + EARLY * left[i]) + SILENCE) - SILENCE;
            wetRight[i] = ((wetRight[i] + EARLY * right[i]) + SILENCE) - SILENCE;
        }
    }

    @Override
    public void settle() {
        highPass.settle();
        network.settle();
    }

    private static void delay(DelayLine line, float[] in, float[] out, int frames) {
        line.read(out, 0, frames);
        line.write(in, 0, frames);
    }
}
