package org.tonmeister.training.path;

/** One period of a tone of some harmonics, each 1/k^slope as strong as the first: a tone is read from it at any pitch. */
final class Wave {
    private static final int SIZE = 1024;
    private static final double HIGHEST_HZ = 14_000;
    private static final int MOST_HARMONICS = 60;
    private static final double[] SINE = sine();

    private final double[] period;
    private final double step;

    /** @param slope about 1 is bright, 2 is dark */
    Wave(double hz, double slope) {
        step = hz / FixtureTrack.SAMPLE_RATE * SIZE;
        period = new double[SIZE + 1];
        int harmonics = (int) Math.max(1, Math.min(MOST_HARMONICS, HIGHEST_HZ / hz));
        for (int k = 1; k <= harmonics; k++) {
            double strength = StrictMath.pow(k, -slope);
            for (int i = 0; i < SIZE; i++) {
                period[i] += strength * SINE[i * k % SIZE];
            }
        }
        period[SIZE] = period[0];
    }

    /**
     * Adds a note to a signal, as far as that goes: it begins at once and dies away.
     *
     * @param start first frame
     * @param frames how long it is held; it is faded out after that
     * @param decaySeconds in which it becomes e times weaker
     * @param detune by which it is out of tune, such as 1.004
     */
    void add(double[] signal, int start, int frames, double level, double decaySeconds, double detune) {
        int attack = FixtureTrack.SAMPLE_RATE / 200;
        int release = FixtureTrack.SAMPLE_RATE / 30;
        double decay = StrictMath.exp(-1 / (decaySeconds * FixtureTrack.SAMPLE_RATE));
        double envelope = level;
        double phase = 0;
        int end = Math.min(signal.length - start, frames + release);
        for (int i = 0; i < end; i++) {
            int at = (int) phase;
            double fraction = phase - at;
            double value = period[at] + fraction * (period[at + 1] - period[at]);
            double edge = Math.min(1, Math.min((double) i / attack, (double) (frames + release - i) / release));
            signal[start + i] += envelope * edge * value;
            envelope *= decay;
            phase += step * detune;
            if (phase >= SIZE) {
                phase -= SIZE;
            }
        }
    }

    private static double[] sine() {
        double[] sine = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sine[i] = StrictMath.sin(2 * Math.PI * i / SIZE);
        }
        return sine;
    }
}
