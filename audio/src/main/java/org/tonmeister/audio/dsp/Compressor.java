package org.tonmeister.audio.dsp;

/**
 * A soft-knee compressor on the K-weighted, stereo-linked level, after Giannoulis, Massberg and Reiss (JAES 60(6),
 * 2012): {@link GainComputer} and then {@link ReductionDetector}.
 *
 * <p>It works in blocks counted from the start of the track (32 frames at 44.1 and 48 kHz, about 0.7 ms at any rate).
 * The gain runs linearly through a block towards a value that depends only on earlier blocks. Therefore the inverse is
 * exact: an {@link #inverse} stage sees the same samples in its side chain, so computes the same gain, and divides by
 * it.
 */
public final class Compressor implements Stage {
    private static final double THRESHOLD_DBFS = -26;
    private static final double KNEE_DB = 6;
    /** It never takes away more. */
    static final double MAX_REDUCTION_DB = 15;

    private static final double ATTACK_SECONDS = 0.010;
    private static final double RELEASE_SECONDS = 0.150;

    private final SideChain sideChain;
    private final Reduction reduction;
    private final double makeUpDb;
    private final boolean inverse;
    private final int blockFrames;

    private int position;
    private double gainBefore;
    private double gainAfter;

    private long blocks;
    private double sumDb;
    private double maxDb;
    private double maxLatelyDb;

    private Compressor(double sampleRate, double ratio, double makeUpDb, boolean inverse) {
        sideChain = new SideChain(sampleRate);
        reduction = new Reduction(sampleRate, ratio);
        this.makeUpDb = makeUpDb;
        this.inverse = inverse;
        blockFrames = sideChain.blockFrames();
        gainBefore = Decibels.toAmplitude(makeUpDb);
        gainAfter = gainBefore;
    }

    /**
     * A compressor.
     *
     * @param ratio input dB for one output dB, 1 or more
     * @param makeUpDb constant gain after it; {@link MakeUpMeter} measures the one that keeps the loudness
     */
    public static Compressor forward(double sampleRate, double ratio, double makeUpDb) {
        return new Compressor(sampleRate, ratio, makeUpDb, false);
    }

    /** The inverse of {@link #forward} with the same figures: from its output it gives back its input. */
    public static Compressor inverse(double sampleRate, double ratio, double makeUpDb) {
        return new Compressor(sampleRate, ratio, makeUpDb, true);
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        int at = offset;
        int end = offset + frames;
        while (at < end) {
            int count = Math.min(end - at, blockFrames - position);
            if (inverse) {
                divide(left, right, at, count);
                sideChain.add(left, right, at, count);
            } else {
                sideChain.add(left, right, at, count);
                multiply(left, right, at, count);
            }
            at += count;
            position += count;
            if (position == blockFrames) {
                endBlock();
            }
        }
    }

    @Override
    public void settle() {
        reduction.settle();
    }

    /** The mean gain reduction so far in dB, without the make-up gain. */
    public double meanReductionDb() {
        return blocks == 0 ? 0 : sumDb / blocks;
    }

    /** The largest gain reduction so far in dB, without the make-up gain. */
    public double maxReductionDb() {
        return maxDb;
    }

    /** The largest gain reduction since the last call in dB, without the make-up gain. */
    double takeReductionDb() {
        double lately = maxLatelyDb;
        maxLatelyDb = 0;
        return lately;
    }

    private void endBlock() {
        sideChain.endBlock();
        double reductionDb = reduction.after(sideChain.levelLufs());
        gainBefore = gainAfter;
        gainAfter = Decibels.toAmplitude(makeUpDb - reductionDb);
        position = 0;
        blocks++;
        sumDb += reductionDb;
        maxDb = Math.max(maxDb, reductionDb);
        maxLatelyDb = Math.max(maxLatelyDb, reductionDb);
    }

    private void multiply(float[] left, float[] right, int offset, int frames) {
        double start = gainBefore;
        double step = (gainAfter - gainBefore) / blockFrames;
        int steps = position + 1;
        for (int i = 0; i < frames; i++) {
            float gain = (float) (start + step * (steps + i));
            left[offset + i] *= gain;
            right[offset + i] *= gain;
        }
    }

    private void divide(float[] left, float[] right, int offset, int frames) {
        double start = gainBefore;
        double step = (gainAfter - gainBefore) / blockFrames;
        int steps = position + 1;
        for (int i = 0; i < frames; i++) {
            float gain = (float) (start + step * (steps + i));
            left[offset + i] /= gain;
            right[offset + i] /= gain;
        }
    }

    /** The gain reduction over time: curve and detector, one step per block. */
    static final class Reduction {
        private final GainComputer curve;
        private final ReductionDetector detector;

        Reduction(double sampleRate, double ratio) {
            curve = new GainComputer(THRESHOLD_DBFS, ratio, KNEE_DB, MAX_REDUCTION_DB);
            detector = new ReductionDetector(
                    SideChain.blockFrames(sampleRate) / sampleRate, ATTACK_SECONDS, RELEASE_SECONDS);
        }

        /** The reduction in dB that the blocks after one of that level start towards. */
        double after(double levelLufs) {
            return detector.next(curve.reductionDb(levelLufs));
        }

        void settle() {
            detector.settle();
        }
    }
}
