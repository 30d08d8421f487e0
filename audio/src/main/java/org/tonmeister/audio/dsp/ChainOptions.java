package org.tonmeister.audio.dsp;

/**
 * What a {@link MixChain} needs to know besides the parameters.
 *
 * @param makeUpDb the compressor's make-up gain, from {@link MakeUpMeter}; without compression it has no effect
 * @param ceilingDbtp the true peak that the limiter keeps, from −20 to 0 dBTP
 * @param extraOutputGainDb gain before the limiter, on top of the output level: how a loudness target is reached
 * @param limited false leaves the limiter out, for a measuring pass
 * @param dcBlocked whether a high-pass at {@value MixChain#DC_BLOCKER_HZ} Hz comes first, which takes an offset of the
 *     source away
 */
public record ChainOptions(
        double makeUpDb, double ceilingDbtp, double extraOutputGainDb, boolean limited, boolean dcBlocked) {
    /** The ceiling of EBU R 128. */
    public static final double DEFAULT_CEILING_DBTP = -1;

    /** No ceiling is lower. */
    public static final double LOWEST_CEILING_DBTP = -20;

    private static final double MOST_GAIN_DB = 100;

    public ChainOptions {
        checkGain("make-up gain", makeUpDb);
        checkGain("extra output gain", extraOutputGainDb);
        if (!(ceilingDbtp >= LOWEST_CEILING_DBTP && ceilingDbtp <= 0)) {
            throw new IllegalArgumentException(
                    "the ceiling must be from " + LOWEST_CEILING_DBTP + " to 0 dBTP, not " + ceilingDbtp);
        }
    }

    /** No make-up gain, −1 dBTP, no extra gain, limited, DC left as it is. */
    public static ChainOptions defaults() {
        return new ChainOptions(0, DEFAULT_CEILING_DBTP, 0, true, false);
    }

    public ChainOptions withMakeUpDb(double gainDb) {
        return new ChainOptions(gainDb, ceilingDbtp, extraOutputGainDb, limited, dcBlocked);
    }

    public ChainOptions withCeilingDbtp(double dbtp) {
        return new ChainOptions(makeUpDb, dbtp, extraOutputGainDb, limited, dcBlocked);
    }

    public ChainOptions withExtraOutputGainDb(double gainDb) {
        return new ChainOptions(makeUpDb, ceilingDbtp, gainDb, limited, dcBlocked);
    }

    public ChainOptions withoutLimiter() {
        return new ChainOptions(makeUpDb, ceilingDbtp, extraOutputGainDb, false, dcBlocked);
    }

    public ChainOptions withDcBlocked(boolean blocked) {
        return new ChainOptions(makeUpDb, ceilingDbtp, extraOutputGainDb, limited, blocked);
    }

    private static void checkGain(String name, double gainDb) {
        if (!(Math.abs(gainDb) <= MOST_GAIN_DB)) {
            throw new IllegalArgumentException(
                    "the " + name + " must be within ±" + MOST_GAIN_DB + " dB, not " + gainDb);
        }
    }
}
