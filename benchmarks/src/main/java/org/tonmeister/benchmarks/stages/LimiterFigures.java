package org.tonmeister.benchmarks.stages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The limiter at one rate, with a ceiling of −1 dBTP.
 *
 * @param latencyMs its delay, which the renderer takes away again
 * @param overshootDb by how much hard signals within a converter's band pass the ceiling at most, by an interpolator of
 *     16 points a sample that is not ours; negative: none does
 * @param overshoots the same for each signal
 * @param nyquistNoiseOvershootDb the same for white noise up to Nyquist, which no converter passes
 * @param bassDistortionDb what is neither the tone nor DC in a 50 Hz tone at +9 dBFS, seven seconds after it began
 */
record LimiterFigures(
        double latencyMs,
        double overshootDb,
        Map<String, Double> overshoots,
        double nyquistNoiseOvershootDb,
        double bassDistortionDb) {
    private static final double CEILING_DBTP = -1;

    static LimiterFigures at(int rate) {
        var judge = new Interpolator();
        var overshoots = new LinkedHashMap<String, Double>();
        hardSignals(rate).forEach((name, sound) -> {
            Arrays.fill(sound[0], sound[0].length - 2000, sound[0].length, 0);
            Arrays.fill(sound[1], sound[1].length - 2000, sound[1].length, 0);
            float[][] out = limited(rate, Interpolator.bandLimited(sound));
            overshoots.put(name, judge.truePeakDb(out) - CEILING_DBTP);
        });
        float[][] noise = limited(rate, Sound.noise(2, 3, rate / 2));
        return new LimiterFigures(
                1000.0 * new MixChain(rate, Parameters.neutral(), ChainOptions.defaults()).latencyFrames() / rate,
                overshoots.values().stream().mapToDouble(x -> x).max().orElseThrow(),
                overshoots,
                judge.truePeakDb(noise) - CEILING_DBTP,
                bassDistortionDb(rate));
    }

    private static Map<String, float[][]> hardSignals(int rate) {
        int frames = rate / 2;
        float[][] noise = Sound.noise(2, 1, frames);
        var signals = new LinkedHashMap<String, float[][]>();
        signals.put("white noise", Sound.scaled(noise, 12));
        signals.put(
                "random squares",
                Sound.of(frames, i -> 2 * Math.signum(noise[0][i]), i -> 2 * Math.signum(noise[1][i])));
        signals.put("clicks", Sound.of(frames, i -> i % 2500 == 1000 ? 3 : 0, i -> i % 2500 == 1001 ? -3 : 0));
        signals.put(
                "tone at fs/4 between its samples",
                Sound.of(frames, i -> 2 * Math.sin(Math.PI / 2 * i + Math.PI / 4), i -> 0));
        signals.put(
                "tone at 0.41 fs, switched",
                Sound.of(frames, i -> 0, i -> i / 3000 % 2 * 3 * Math.sin(2 * Math.PI * 0.41 * i)));
        signals.put("overdriven programme", Sound.scaled(Sound.programme(rate, 3, frames), 15));
        return signals;
    }

    private static float[][] limited(int rate, float[][] sound) {
        var chain =
                new MixChain(rate, Parameters.neutral(), ChainOptions.defaults().withCeilingDbtp(CEILING_DBTP));
        return Sound.rendered(new MixRenderer(chain), sound, 4096);
    }

    private static double bassDistortionDb(int rate) {
        float[] out = limited(rate, Sound.sine(rate, 50, 9, 9 * rate))[0];
        int from = 7 * rate;
        double re = 0;
        double im = 0;
        double sum = 0;
        for (int i = from; i < from + rate; i++) {
            double phase = 2 * Math.PI * 50 * i / rate;
            re += out[i] * Math.sin(phase);
            im += out[i] * Math.cos(phase);
            sum += out[i];
        }
        double tone = 2 * (re * re + im * im) / rate;
        double rest = Sound.energy(out, from, from + rate) - tone - sum * sum / rate;
        return 10 * Math.log10(Math.abs(rest) / tone);
    }
}
