package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/** What both sends are asked. */
final class Sends {
    private static final int MINUTES = 10;

    private Sends() {}

    /** The return of a full send of pink noise relative to the dry sound, by K-weighted power. */
    static double returnLu(int rate, Parameter send) {
        float[][] pink = Sound.pink(rate, 4, 1, 10 * rate);
        float[][] out = Sound.mixed(rate, Parameters.neutral().with(send, 1), pink);
        return Sound.weightedDb(rate, Sound.difference(out, pink)) - Sound.weightedDb(rate, pink);
    }

    /** What is left in the last of ten minutes of silence, dBFS; null for nothing at all. */
    static Double restDbfs(int rate, Parameter send) {
        var options = ChainOptions.defaults().withoutLimiter();
        var chain = new MixChain(rate, Parameters.neutral().with(send, 1), options);
        chain.process(Sound.noise(9, 1, rate), rate);
        float[][] second = new float[2][rate];
        for (int i = 0; i < 60 * MINUTES; i++) {
            second = new float[2][rate];
            chain.process(second, rate);
        }
        double peak = Sound.peak(second);
        return peak == 0 ? null : Sound.db(peak);
    }
}
