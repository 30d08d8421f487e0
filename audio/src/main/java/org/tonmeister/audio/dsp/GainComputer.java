package org.tonmeister.audio.dsp;

/**
 * The static curve of a compressor with a soft knee: D. Giannoulis, M. Massberg and J. D. Reiss, "Digital Dynamic Range
 * Compressor Design — A Tutorial and Analysis", JAES 60(6), 2012, equation 4. The reduction is limited to a maximum,
 * above which the curve runs parallel to the input again.
 *
 * @param thresholdDb the level above which it compresses, T
 * @param ratio input dB for one output dB above the knee, R ≥ 1
 * @param kneeDb the width of the transition around the threshold, W ≥ 0; 0 is a hard knee
 * @param maxReductionDb the largest gain reduction, 0 or more
 */
public record GainComputer(double thresholdDb, double ratio, double kneeDb, double maxReductionDb) {
    public GainComputer {
        if (!(ratio >= 1 && kneeDb >= 0 && maxReductionDb >= 0 && Double.isFinite(thresholdDb))) {
            throw new IllegalArgumentException("no compressor has the threshold " + thresholdDb + " dB, ratio " + ratio
                    + ", knee " + kneeDb + " dB and maximum reduction " + maxReductionDb + " dB");
        }
    }

    /** The gain reduction in dB, 0 or more, for a level in dB. */
    public double reductionDb(double levelDb) {
        double over = levelDb - thresholdDb;
        double slope = 1 - 1 / ratio;
        double reduction;
        if (2 * over <= -kneeDb) {
            reduction = 0;
        } else if (2 * over < kneeDb) {
            double intoKnee = over + kneeDb / 2;
            reduction = slope * intoKnee * intoKnee / (2 * kneeDb);
        } else {
            reduction = slope * over;
        }
        return Math.min(reduction, maxReductionDb);
    }
}
