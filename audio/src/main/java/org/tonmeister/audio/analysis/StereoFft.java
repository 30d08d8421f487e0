package org.tonmeister.audio.analysis;

/**
 * The discrete Fourier transforms of two real frames by one complex transform in double precision, radix 2, in place.
 *
 * <p>It is for the long transforms of distances: JTransforms divides transforms from 8192 values on among as many threads
 * as there are processors, so that its last digits depend on the machine.
 */
final class StereoFft {
    private final int size;
    private final double[] cos;
    private final double[] sin;
    private final double[] re;
    private final double[] im;

    /** @param size a power of two, at least 2 */
    StereoFft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("a transform needs a power of two of values, not " + size);
        }
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
        re = new double[size];
        im = new double[size];
    }

    int bins() {
        return size / 2 + 1;
    }

    /** Puts value {@code i} of both frames. */
    void set(int i, double left, double right) {
        int at = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(size) + 1);
        re[at] = left;
        im[at] = right;
    }

    /**
     * Transforms the two frames that were {@link #set}.
     *
     * @param power receives |X|², {@code [2][bins]}
     */
    void power(double[][] power) {
        butterflies();
        for (int k = 0; k <= size / 2; k++) {
            int mirror = (size - k) & (size - 1);
            // X = L + iR, so L(k) = (X(k) + X*(−k)) / 2 and R(k) = (X(k) − X*(−k)) / 2i.
            double sumRe = re[k] + re[mirror];
            double sumIm = im[k] - im[mirror];
            double differenceRe = re[k] - re[mirror];
            double differenceIm = im[k] + im[mirror];
            power[0][k] = (sumRe * sumRe + sumIm * sumIm) / 4;
            power[1][k] = (differenceRe * differenceRe + differenceIm * differenceIm) / 4;
        }
    }

    private void butterflies() {
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int a = start + i;
                    int b = a + half;
                    double c = cos[i * step];
                    double s = sin[i * step];
                    double bRe = re[b] * c - im[b] * s;
                    double bIm = re[b] * s + im[b] * c;
                    re[b] = re[a] - bRe;
                    im[b] = im[a] - bIm;
                    re[a] += bRe;
                    im[a] += bIm;
                }
            }
        }
    }
}
