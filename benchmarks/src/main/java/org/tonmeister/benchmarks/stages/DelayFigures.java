package org.tonmeister.benchmarks.stages;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The delay at one rate.
 *
 * @param firstMs when the first repeat begins
 * @param secondMs when the second one begins
 * @param repeatDb the second repeat's level relative to the first one's
 * @param returnLu the return of a full send of pink noise, relative to the dry sound
 * @param restDbfs the peak of the tenth minute of silence after loud noise; null if there is nothing left
 */
record DelayFigures(double firstMs, double secondMs, double repeatDb, double returnLu, Double restDbfs) {
    static DelayFigures at(int rate) {
        float[] echo = Sound.mixed(rate, Parameters.neutral().with(Parameter.DELAY, 1), Sound.impulse(rate))[0];
        int first = next(echo, 1);
        // The first one has rung out long before 0.3 s
        int second = next(echo, first + 3 * rate / 10);
        int ring = rate / 10;
        double repeat = Sound.rmsDb(echo, second, second + ring) - Sound.rmsDb(echo, first, first + ring);
        return new DelayFigures(
                1000.0 * first / rate,
                1000.0 * second / rate,
                repeat,
                Sends.returnLu(rate, Parameter.DELAY),
                Sends.restDbfs(rate, Parameter.DELAY));
    }

    private static int next(float[] samples, int from) {
        int at = from;
        while (Math.abs(samples[at]) < 1e-4) {
            at++;
        }
        return at;
    }
}
