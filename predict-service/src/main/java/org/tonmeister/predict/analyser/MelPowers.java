package org.tonmeister.predict.analyser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** A window's mean power in each mel band, of mid and of side, full scale squared. */
final class MelPowers {
    private static final int HIGHEST_CENTIBEL = 3000;
    private static final int LOWEST_CENTIBEL = -12_000;
    /** Power by hundredths of a dB: thousands of powers a window would cost more than all the rest. */
    private static final double[] POWERS = powers();

    private final double[] mid;
    private final double[] side;

    private MelPowers(double[] mid, double[] side) {
        this.mid = mid;
        this.side = side;
    }

    /**
     * Reads a window.
     *
     * @throws IllegalArgumentException if its layout is not that of {@link MelBands}
     */
    static MelPowers of(SpectrogramWindow window) {
        int frames = window.getFrames();
        if (window.getMelBins() != MelBands.COUNT || frames < 1) {
            throw new IllegalArgumentException("The analyser reads spectrograms of " + MelBands.COUNT
                    + " mel bands, not " + window.getMelBins() + " × " + frames);
        }
        return new MelPowers(means(window.getMid(), frames), means(window.getSide(), frames));
    }

    /** Power of (L+R)/2 in a band. */
    double mid(int band) {
        return mid[band];
    }

    /** Power of (L−R)/2 in a band. */
    double side(int band) {
        return side[band];
    }

    /** Power of both channels together in a band: the mean of left and right is mid plus side. */
    double total(int band) {
        return mid[band] + side[band];
    }

    private static double[] means(ByteBuffer levels, int frames) {
        var centibels = levels.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        if (centibels.remaining() != MelBands.COUNT * frames) {
            throw new IllegalArgumentException("A spectrogram of " + frames + " frames has " + centibels.remaining()
                    + " values instead of " + MelBands.COUNT * frames);
        }
        double[] means = new double[MelBands.COUNT];
        for (int band = 0; band < means.length; band++) {
            double sum = 0;
            for (int frame = 0; frame < frames; frame++) {
                int level = centibels.get(band * frames + frame);
                sum += POWERS[Math.max(LOWEST_CENTIBEL, Math.min(HIGHEST_CENTIBEL, level)) - LOWEST_CENTIBEL];
            }
            means[band] = sum / frames;
        }
        return means;
    }

    private static double[] powers() {
        double[] powers = new double[HIGHEST_CENTIBEL - LOWEST_CENTIBEL + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = StrictMath.pow(10, (i + LOWEST_CENTIBEL) / 1000.0);
        }
        return powers;
    }
}
