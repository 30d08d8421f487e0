package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the make-up gain for an {@link InverseChain} from the output of the forward chain: the one with which the
 * inverse compressor leaves the track's K-weighted power (BS.1770-4) as it is. With it, {@link MakeUpMeter} finds the
 * same make-up gain in what the inverse chain gives: to within 0.05 dB on recorded music, 0.2 dB on noise.
 *
 * <p>It keeps the K-weighted energies of each block of the compressor, with all that comes after the compressor undone,
 * and runs the inverse on these alone: the level before the compressor follows from the level after it and from the
 * gain, which depends on earlier blocks only.
 */
public final class InverseMakeUp {
    /** What the power may change by: with a ratio of 8, the make-up gain is then right to within an eighth of it. */
    private static final double TOLERANCE_DB = 0.005;

    private static final int MOST_STEPS = 40;

    /** Most music lies between these. */
    private static final double[] LIKELY_DB = {5, 9};

    private static final int FRAMES_AT_ONCE = 512;

    private final double sampleRate;
    private final boolean compresses;
    private final double ratio;
    private final List<Stage> stages;
    private final SideChain sideChain;
    private final float[][] scratch = new float[2][FRAMES_AT_ONCE];

    private int position;
    private int blocks;
    /** Power of each block, channels added, [≥ blocks]. */
    private double[] power = new double[1 << 12];
    /** Level of each block as the compressor hears it, LUFS, [≥ blocks]. */
    private double[] level = new double[1 << 12];

    /** @param parameters those of the forward chain, without reverb and delay */
    public InverseMakeUp(double sampleRate, Parameters parameters) {
        this.sampleRate = sampleRate;
        compresses = !parameters.isNeutral(Parameter.COMPRESSION);
        ratio = parameters.units(Parameter.COMPRESSION);
        stages = InverseChain.afterCompressor(sampleRate, parameters);
        sideChain = new SideChain(sampleRate);
    }

    /**
     * Takes the next frames of the forward chain's output.
     *
     * @param block [2][offset + frames or more], left unchanged
     */
    public void add(float[][] block, int offset, int frames) {
        if (!compresses) {
            return;
        }
        for (int done = 0; done < frames; done += FRAMES_AT_ONCE) {
            int count = Math.min(FRAMES_AT_ONCE, frames - done);
            System.arraycopy(block[0], offset + done, scratch[0], 0, count);
            System.arraycopy(block[1], offset + done, scratch[1], 0, count);
            for (Stage stage : stages) {
                stage.process(scratch[0], scratch[1], 0, count);
                stage.settle();
            }
            listen(count);
        }
    }

    /**
     * The make-up gain in dB; 0 for silence and without compression.
     *
     * <p>By regula falsi (the Illinois variant): the change of power falls as the make-up gain rises. Without any it is
     * not negative, and with as much as the compressor can take away it is not positive.
     */
    public double makeUpDb() {
        if (!compresses || Arrays.stream(power, 0, blocks).sum() == 0) {
            return 0;
        }
        double held = LIKELY_DB[0];
        double changeAtHeld = changeDb(held);
        double latest = changeAtHeld > 0 ? LIKELY_DB[1] : 0;
        double changeAtLatest = changeDb(latest);
        if (changeAtHeld > 0 && changeAtLatest > 0) {
            held = latest;
            changeAtHeld = changeAtLatest;
            latest = Compressor.MAX_REDUCTION_DB;
            changeAtLatest = changeDb(latest);
        }
        double middle = held;
        double change = changeAtHeld;
        for (int step = 0; step < MOST_STEPS && Math.abs(change) > TOLERANCE_DB; step++) {
            middle = (held * changeAtLatest - latest * changeAtHeld) / (changeAtLatest - changeAtHeld);
            change = changeDb(middle);
            if (change > 0 == changeAtLatest > 0) {
                // The other end stays, and would for long: halved, it lets the next step go beyond the zero.
                changeAtHeld /= 2;
            } else {
                held = latest;
                changeAtHeld = changeAtLatest;
            }
            latest = middle;
            changeAtLatest = change;
        }
        return middle;
    }

    /** By how much the power before the compressor is above that after it, for a make-up gain. */
    private double changeDb(double makeUpDb) {
        var reduction = new Compressor.Reduction(sampleRate, ratio);
        double gainBefore = Decibels.toAmplitude(makeUpDb);
        double gainAfter = gainBefore;
        double powerAfter = 0;
        double powerBefore = 0;
        for (int block = 0; block < blocks; block++) {
            // The mean of 1/gain² over a linear ramp.
            double squared = 1 / (gainBefore * gainAfter);
            powerAfter += power[block];
            powerBefore += power[block] * squared;
            double reductionDb = reduction.after(level[block] + Decibels.ofPower(squared));
            gainBefore = gainAfter;
            gainAfter = Decibels.toAmplitude(makeUpDb - reductionDb);
        }
        return Decibels.ofPower(powerBefore / powerAfter);
    }

    private void listen(int frames) {
        int at = 0;
        while (at < frames) {
            int count = Math.min(frames - at, sideChain.blockFrames() - position);
            sideChain.add(scratch[0], scratch[1], at, count);
            at += count;
            position += count;
            if (position == sideChain.blockFrames()) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        sideChain.endBlock();
        if (blocks == power.length) {
            power = Arrays.copyOf(power, 2 * blocks);
            level = Arrays.copyOf(level, 2 * blocks);
        }
        power[blocks] = sideChain.power();
        level[blocks] = sideChain.levelLufs();
        blocks++;
        position = 0;
    }
}
