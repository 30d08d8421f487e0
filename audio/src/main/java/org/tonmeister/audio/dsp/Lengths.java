package org.tonmeister.audio.dsp;

import java.math.BigInteger;

/** Delay lengths. */
final class Lengths {
    private Lengths() {}

    /** The smallest prime number of frames that lasts {@code seconds} or more: different primes have no common factor. */
    static int prime(double sampleRate, double seconds) {
        long least = (long) Math.ceil(seconds * sampleRate) - 1;
        return BigInteger.valueOf(Math.max(1, least)).nextProbablePrime().intValueExact();
    }
}
