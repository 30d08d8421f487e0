package org.tonmeister.audio.analysis;

/**
 * The multi-resolution STFT distance of R. Yamamoto, E. Song and J.-M. Kim, "Parallel WaveGAN", ICASSP 2020, section 2.2,
 * at the resolutions of DeepAFx-ST's evaluation and with the details of the auraloss library that it uses: periodic Hann
 * windows of 32, 128, 512, 2048, 8192 and 32768 frames, transforms as long as the windows, hops of half a window, the
 * first frame centred on the first sample, both ends mirrored, transforms unscaled, powers of at least 10⁻⁸. The
 * convergence takes both channels' spectra as one matrix. Figures are means over the resolutions.
 *
 * <p>Sums run in a fixed order, on one thread.
 */
public final class MultiResolutionStft {
    private static final int[] SIZES = {32, 128, 512, 2048, 8192, 32_768};
    private static final double LEAST_POWER = 1e-8;
    /** Logarithms are summed as that of a product, which is taken before it can overflow. */
    private static final double LARGEST_PRODUCT = 1e200;

    /** Shorter sounds have no distance: the longest window could not be mirrored. */
    public static final int LEAST_FRAMES = 32_768 / 2 + 1;

    private final Resolution[] resolutions = new Resolution[SIZES.length];

    public MultiResolutionStft() {
        for (int i = 0; i < SIZES.length; i++) {
            resolutions[i] = new Resolution(SIZES[i]);
        }
    }

    /**
     * The distance of two sounds.
     *
     * @param sound {@code [2][frames]}
     * @param reference {@code [2][frames]}
     * @throws IllegalArgumentException if they differ in length, or are shorter than {@link #LEAST_FRAMES}
     */
    public SpectralDistance distance(float[][] sound, float[][] reference) {
        int frames = reference[0].length;
        if (frames < LEAST_FRAMES || sound[0].length != frames) {
            throw new IllegalArgumentException("a spectral distance needs two sounds of equal length, at least "
                    + LEAST_FRAMES + " frames, not " + sound[0].length + " and " + frames);
        }
        double convergence = 0;
        double logMagnitude = 0;
        double magnitude = 0;
        for (Resolution resolution : resolutions) {
            SpectralDistance distance = resolution.distance(sound, reference);
            convergence += distance.convergence();
            logMagnitude += distance.logMagnitude();
            magnitude += distance.magnitude();
        }
        int n = resolutions.length;
        return new SpectralDistance(convergence / n, logMagnitude / n, magnitude / n);
    }

    private static final class Resolution {
        private final int size;
        private final float[] window;
        private final StereoFft fft;
        private final double[][] soundPower;
        private final double[][] referencePower;

        Resolution(int size) {
            this.size = size;
            window = HannWindow.periodic(size);
            fft = new StereoFft(size);
            soundPower = new double[2][fft.bins()];
            referencePower = new double[2][fft.bins()];
        }

        SpectralDistance distance(float[][] sound, float[][] reference) {
            int spectra = 1 + reference[0].length / (size / 2);
            var sums = new Sums();
            for (int spectrum = 0; spectrum < spectra; spectrum++) {
                transform(sound, spectrum, soundPower);
                transform(reference, spectrum, referencePower);
                sums.add(soundPower[0], referencePower[0]);
                sums.add(soundPower[1], referencePower[1]);
            }
            return sums.distance(2L * spectra * fft.bins());
        }

        private void transform(float[][] stereo, int spectrum, double[][] power) {
            int frames = stereo[0].length;
            int start = (spectrum - 1) * (size / 2);
            for (int i = 0; i < size; i++) {
                int at = Math.abs(start + i);
                int mirrored = at < frames ? at : 2 * (frames - 1) - at;
                fft.set(i, (double) window[i] * stereo[0][mirrored], (double) window[i] * stereo[1][mirrored]);
            }
            fft.power(power);
        }
    }

    private static final class Sums {
        private double squaredDifferences;
        private double squaredReferences;
        private double differences;
        private double logRatios;
        private double product = 1;

        void add(double[] powers, double[] referencePowers) {
            for (int bin = 0; bin < powers.length; bin++) {
                double power = Math.max(powers[bin], LEAST_POWER);
                double referencePower = Math.max(referencePowers[bin], LEAST_POWER);
                double difference = Math.sqrt(referencePower) - Math.sqrt(power);
                squaredDifferences += difference * difference;
                squaredReferences += referencePower;
                differences += Math.abs(difference);
                product *= power > referencePower ? power / referencePower : referencePower / power;
                if (product > LARGEST_PRODUCT) {
                    takeLogarithm();
                }
            }
        }

        SpectralDistance distance(long values) {
            takeLogarithm();
            // Half of it, because ratios were those of powers.
            return new SpectralDistance(
                    Math.sqrt(squaredDifferences / squaredReferences), logRatios / 2 / values, differences / values);
        }

        private void takeLogarithm() {
            logRatios += StrictMath.log(product);
            product = 1;
        }
    }
}
