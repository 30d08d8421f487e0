package org.tonmeister.training.sends;

import java.util.Random;

/**
 * Rooms that are none of ours: a few early reflections, then noise that decays in three bands, each at its own rate
 * (J. A. Moorer, "About This Reverberation Business", Computer Music Journal 3(2), 1979: exponentially decaying noise is
 * the response of a good hall). A model that learned from our own network's tail would find that tail and not wetness.
 *
 * <p>What is drawn is what mixes get from a send: halls and plates of 0.8 to 3 s, mostly tail and not much alike on both
 * sides. Small rooms whose energy is in early reflections are left out: in a spectrogram of 93 ms they cannot be told
 * from the dry sound itself.
 *
 * @param seconds T60, the time in which the middle band decays by 60 dB
 * @param lowRatio the low band's T60 as a part of that
 * @param highRatio the high band's
 * @param preDelaySeconds before the first sound
 * @param earlyDb energy of the early reflections relative to the tail's
 * @param reflections number of early reflections on each side
 * @param correlation of the tails of both sides, 0 to 1
 * @param lowCutHz below it the return is cut
 * @param highCutHz above it
 * @param monoShare see {@link ImpulseResponse}
 */
record RandomRoom(
        double seconds,
        double lowRatio,
        double highRatio,
        double preDelaySeconds,
        double earlyDb,
        int reflections,
        double correlation,
        double lowCutHz,
        double highCutHz,
        double monoShare) {
    /** Where the bands meet. */
    static final double LOW_HZ = 300;
    /** Where the bands meet. */
    static final double HIGH_HZ = 3500;

    private static final double EARLY_SECONDS = 0.08;
    /** The end of the response is 60 dB below its beginning. */
    private static final double DECADES = 3;

    static RandomRoom draw(Random random) {
        return new RandomRoom(
                Draw.perOctave(random, 0.8, 3),
                Draw.uniform(random, 0.7, 1.3),
                Draw.uniform(random, 0.5, 0.9),
                Draw.uniform(random, 0, 0.06),
                Draw.uniform(random, -12, -6),
                6 + random.nextInt(15),
                Draw.uniform(random, 0, 0.5),
                Draw.perOctave(random, 20, 150),
                Draw.perOctave(random, 6000, 18_000),
                random.nextBoolean() ? 1 : random.nextDouble());
    }

    /**
     * A response of this room; the noise in it is drawn.
     *
     * @param sampleRate frames per second
     */
    ImpulseResponse response(int sampleRate, Random random) {
        int preDelay = (int) (preDelaySeconds * sampleRate);
        int frames = preDelay + (int) (Math.max(EARLY_SECONDS, seconds * Math.max(1, lowRatio)) * sampleRate);
        double[][] noise = new double[2][frames - preDelay];
        double own = StrictMath.sqrt(1 - correlation * correlation);
        for (int i = 0; i < noise[0].length; i++) {
            noise[0][i] = random.nextGaussian();
            noise[1][i] = correlation * noise[0][i] + own * random.nextGaussian();
        }
        float[][] samples = new float[2][frames];
        for (int side = 0; side < 2; side++) {
            float[] tail = tail(noise[side], sampleRate);
            System.arraycopy(tail, 0, samples[side], preDelay, tail.length);
            addReflections(samples[side], preDelay, sampleRate, energy(tail), random);
            Filters.highPass(samples[side], sampleRate, lowCutHz);
            Filters.lowPass(samples[side], sampleRate, highCutHz);
        }
        return new ImpulseResponse(samples, monoShare);
    }

    /**
     * Noise in three bands with slopes of 24 dB an octave, so that none shines through another that has decayed. Where
     * they meet they add up flat (S. H. Linkwitz, "Active Crossover Networks for Noncoincident Drivers", JAES 24(1), 1976).
     */
    private float[] tail(double[] noise, int sampleRate) {
        float[] low = floats(noise);
        float[] rest = floats(noise);
        Filters.lowPass(low, sampleRate, LOW_HZ);
        Filters.lowPass(low, sampleRate, LOW_HZ);
        Filters.highPass(rest, sampleRate, LOW_HZ);
        Filters.highPass(rest, sampleRate, LOW_HZ);
        float[] high = rest.clone();
        Filters.lowPass(rest, sampleRate, HIGH_HZ);
        Filters.lowPass(rest, sampleRate, HIGH_HZ);
        Filters.highPass(high, sampleRate, HIGH_HZ);
        Filters.highPass(high, sampleRate, HIGH_HZ);
        float[] tail = new float[noise.length];
        addDecaying(low, seconds * lowRatio, sampleRate, tail);
        addDecaying(rest, seconds, sampleRate, tail);
        addDecaying(high, seconds * highRatio, sampleRate, tail);
        return tail;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static void addDecaying(float[] band, double t60, int sampleRate, float[] sum) {
        double step = StrictMath.pow(10, -DECADES / (t60 * sampleRate));
        double gain = 1;
        for (int i = 0; i < band.length; i++) {
            sum[i] += (float) (gain * band[i]);
            gain *= step;
        }
    }

    /** Reflections of either sign, falling by 12 dB on the way, the first of them at once. */
    private void addReflections(float[] side, int preDelay, int sampleRate, double tailEnergy, Random random) {
        int span = (int) (EARLY_SECONDS * sampleRate);
        int[] at = new int[reflections];
        double[] gains = new double[reflections];
        double sum = 0;
        for (int i = 0; i < reflections; i++) {
            at[i] = i == 0 ? 0 : random.nextInt(span);
            double sign = random.nextBoolean() ? 1 : -1;
            gains[i] = sign * Draw.uniform(random, 0.5, 1) * Draw.amplitude(-12.0 * at[i] / span);
            sum += gains[i] * gains[i];
        }
        double scale = Draw.amplitude(earlyDb) * StrictMath.sqrt(tailEnergy / sum);
        for (int i = 0; i < reflections; i++) {
            side[preDelay + at[i]] += (float) (scale * gains[i]);
        }
    }

    private static double energy(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }
}
