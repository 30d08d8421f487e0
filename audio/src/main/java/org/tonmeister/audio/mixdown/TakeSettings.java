package org.tonmeister.audio.mixdown;

import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * How one rendering is made.
 *
 * @param parameters the ten
 * @param chain make-up gain, ceiling, and any gain beyond the output level's range
 */
record TakeSettings(Parameters parameters, ChainOptions chain) {
    /** The chain for this, with a clean state. */
    MixChain newChain(int sampleRate) {
        return new MixChain(sampleRate, parameters, chain);
    }

    /** The gain after the width stage, dB. */
    double outputGainDb() {
        return parameters.units(Parameter.OUTPUT_LEVEL) + chain.extraOutputGainDb();
    }

    /** The same with another gain after the width stage: by the output level as far as that goes, the rest on top. */
    TakeSettings withOutputGainDb(double gainDb) {
        double inRange =
                Math.max(Parameter.OUTPUT_LEVEL.minUnits(), Math.min(Parameter.OUTPUT_LEVEL.maxUnits(), gainDb));
        return new TakeSettings(
                parameters.with(Parameter.OUTPUT_LEVEL, Parameter.OUTPUT_LEVEL.fromUnits(inRange)),
                chain.withExtraOutputGainDb(gainDb - inRange));
    }

    /** The same with the limiter's ceiling lowered, dB; no further than a ceiling can go. */
    TakeSettings withCeilingLoweredBy(double dB) {
        return new TakeSettings(
                parameters,
                chain.withCeilingDbtp(Math.max(ChainOptions.LOWEST_CEILING_DBTP, chain.ceilingDbtp() - dB)));
    }
}
