package org.tonmeister.training.sends;

import java.util.Arrays;
import java.util.Random;

/**
 * Echoes as delay effects make them: repeats at equal distances, each quieter and duller than the one before.
 * What is drawn is heard as echoes, at least a fifth of a second apart and with repeats: shorter ones would be a kind of
 * room.
 *
 * @param kind how they lie between the sides
 * @param seconds from one to the next, on the left
 * @param rightRatio on the right, as a part of that; 1 but for {@link Kind#STEREO}
 * @param feedback amplitude of a repeat relative to the one before, 0 to 0.6
 * @param lowCutHz what every repeat loses below
 * @param highCutHz what every repeat loses above
 */
record RandomEchoes(Kind kind, double seconds, double rightRatio, double feedback, double lowCutHz, double highCutHz) {
    /** How echoes lie between the sides. */
    enum Kind {
        /** In the middle, of both channels. */
        MONO,
        /** Each channel's own on its side. */
        STEREO,
        /** Of both channels, by turns on the left and on the right. */
        PING_PONG
    }

    private static final double LONGEST_SECONDS = 5;
    private static final double PULSE_SECONDS = 0.1;
    /** −60 dB: fainter repeats are left out. */
    private static final double FAINT = 1e-3;

    private static final double[] RATIOS = {1, 0.75, 2.0 / 3, 0.5};

    static RandomEchoes draw(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        double seconds = Draw.uniform(random, 0.2, 0.7);
        double ratio = random.nextBoolean() ? RATIOS[random.nextInt(RATIOS.length)] : Draw.uniform(random, 0.9, 1.1);
        return new RandomEchoes(
                kind,
                seconds,
                kind == Kind.STEREO ? ratio : 1,
                Draw.uniform(random, 0.2, 0.6),
                Draw.perOctave(random, 30, 400),
                Draw.perOctave(random, 4000, 14_000));
    }

    /**
     * The response.
     *
     * @param sampleRate frames per second
     */
    ImpulseResponse response(int sampleRate) {
        int frames = (int) (LONGEST_SECONDS * sampleRate);
        float[][] samples = new float[2][frames];
        float[] pulse = new float[(int) (PULSE_SECONDS * sampleRate)];
        pulse[0] = 1;
        double gain = 1;
        int end = 1;
        for (int repeat = 1; gain > FAINT; repeat++) {
            Filters.highPass(pulse, sampleRate, lowCutHz);
            Filters.lowPass(pulse, sampleRate, highCutHz);
            int left = (int) Math.round(repeat * seconds * sampleRate);
            int right = (int) Math.round(repeat * seconds * rightRatio * sampleRate);
            if (Math.max(left, right) + pulse.length > frames) {
                break;
            }
            if (kind != Kind.PING_PONG || repeat % 2 == 1) {
                add(pulse, gain, samples[0], left);
            }
            if (kind != Kind.PING_PONG || repeat % 2 == 0) {
                add(pulse, gain, samples[1], right);
            }
            end = Math.max(left, right) + pulse.length;
            gain *= feedback;
        }
        float[][] used = {Arrays.copyOf(samples[0], end), Arrays.copyOf(samples[1], end)};
        return new ImpulseResponse(used, kind == Kind.STEREO ? 0 : 1);
    }

    private static void add(float[] pulse, double gain, float[] side, int at) {
        for (int i = 0; i < pulse.length; i++) {
            side[at + i] += (float) (gain * pulse[i]);
        }
    }
}
