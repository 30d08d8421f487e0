package org.tonmeister.audio.dsp;

/**
 * The first pass over a track: how much level the compressor takes away, so that its make-up gain can give exactly that
 * back. It compares the K-weighted power (BS.1770-4) of the source before and after the gain reduction that
 * {@link Compressor} would apply, block by block, without rendering.
 */
public final class MakeUpMeter {
    private final boolean compresses;
    private final double inputGainDb;
    private final SideChain sideChain;
    private final Compressor.Reduction reduction;

    private int position;
    private double gainBefore = 1;
    private double gainAfter = 1;
    private double powerBefore;
    private double powerAfter;

    /** @param parameters those of the mix: its input gain and compression count */
    public MakeUpMeter(double sampleRate, Parameters parameters) {
        compresses = !parameters.isNeutral(Parameter.COMPRESSION);
        inputGainDb = parameters.units(Parameter.INPUT_GAIN);
        sideChain = new SideChain(sampleRate);
        reduction = new Compressor.Reduction(sampleRate, parameters.units(Parameter.COMPRESSION));
    }

    /**
     * Takes the next frames of the source, as they are before the input gain.
     *
     * @param block [2][frames or more], left unchanged
     */
    public void add(float[][] block, int frames) {
        if (!compresses) {
            return;
        }
        int at = 0;
        while (at < frames) {
            int count = Math.min(frames - at, sideChain.blockFrames() - position);
            sideChain.add(block[0], block[1], at, count);
            at += count;
            position += count;
            if (position == sideChain.blockFrames()) {
                endBlock();
            }
        }
    }

    /** The level lost so far in dB, 0 or more; 0 for silence and without compression. */
    public double makeUpDb() {
        return powerAfter == 0 ? 0 : Decibels.ofPower(powerBefore / powerAfter);
    }

    private void endBlock() {
        sideChain.endBlock();
        // The mean of the squared gain over a linear ramp.
        double squared = (gainBefore * gainBefore + gainBefore * gainAfter + gainAfter * gainAfter) / 3;
        powerBefore += sideChain.power();
        powerAfter += squared * sideChain.power();
        gainBefore = gainAfter;
        gainAfter = Decibels.toAmplitude(-reduction.after(sideChain.levelLufs() + inputGainDb));
        position = 0;
    }
}
